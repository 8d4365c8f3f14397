# syntax=docker/dockerfile:1
# twosource with the reading room and PostgreSQL. Building needs a package index; running needs no network.
#
#   docker build --tag twosource .
#   docker run --rm --network none twosource demo
#   docker run --rm --volume ledger:/ledger --volume "$PWD/clippings:/clippings:ro" twosource add /clippings
#
# docs/releasing.md tells how to serve.

ARG PYTHON=3.13

FROM python:${PYTHON}-slim AS build
WORKDIR /source
COPY . .
RUN python -m pip install --no-cache-dir --constraint requirements.lock hatchling \
    && python -m hatchling build --target wheel --directory /wheel
# Into an environment of its own, so that neither the sources nor the tools that built them come along.
RUN python -m venv /opt/twosource \
    && /opt/twosource/bin/pip install --no-cache-dir --constraint requirements.lock \
        "$(ls /wheel/*.whl)[web,postgres]" \
    && /opt/twosource/bin/pip uninstall --yes pip

FROM python:${PYTHON}-slim
LABEL org.opencontainers.image.title="twosource" \
      org.opencontainers.image.description="Who says so, on whose word, how sure: news articles as cited data, offline" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin reader \
    && install --directory --owner reader --group reader --mode 0750 /ledger
COPY --from=build /opt/twosource /opt/twosource
ENV PATH=/opt/twosource/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    TWOSOURCE_LEDGER=/ledger/twosource.db
USER reader
WORKDIR /ledger
VOLUME ["/ledger"]
EXPOSE 8765
ENTRYPOINT ["twosource"]
CMD ["--help"]
