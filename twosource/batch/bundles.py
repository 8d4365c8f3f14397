"""Bringing together what propositions are made of: bundles of statements, with all that is known of each."""

from __future__ import annotations

from twosource.batch import engine
from twosource.batch.components import components
from twosource.batch.engine import Frame
from twosource.batch.propositions import MADE, Proposer
from twosource.batch.stage import Stage
from twosource.link.groups import ENOUGH

_BUNDLES = 64
"""Bundles that a worker takes at a time."""


def propositions(articles: Frame, links: Frame, copies: Frame, mentions: Frame, stage: Stage) -> Frame:
    """The propositions of ``articles`` with their origins: ``id``, ``record``, ``attributions`` and ``origins``.

    ``links`` and ``copies`` are those among the articles, ``mentions`` have ``attribution``, ``place`` and
    ``source_record``.
    """
    col = engine.daft().col
    strong = components(links.where(col("score") >= ENOUGH), stage.below("strong"))
    members = stage.kept(_members(articles, strong), "members")
    small = members.select("bundle").distinct()
    for found in (_links(links, strong), _copies(copies, members), _mentions(mentions, members)):
        small = small.join(found, on="bundle", how="left")
    small = stage.kept(small, "small")
    # Texts come last, so that they are exchanged as seldom as can be.
    told = engine.gathered(_articles(articles, members), ["bundle"], "articles", ["record", "told"])
    bundled = stage.kept(told.join(small, on="bundle"), "bundled")
    wanted = ["articles", "links", "copies", "mentions"]
    made = stage.each(bundled, Proposer, columns=wanted, returns=MADE, size=_BUNDLES)
    return stage.kept(made, "propositions")


def _members(articles: Frame, strong: Frame) -> Frame:
    """``attribution``, ``article`` and ``bundle``: the component, or, of what is in none, the article."""
    daft = engine.daft()
    col = daft.col
    told = engine.exploded(articles.select(col("id").alias("article"), "ids"), "ids", "attribution")
    led = told.join(strong, left_on="attribution", right_on="node", how="left")
    own = daft.lit("of ") + col("article")
    return led.select("attribution", "article", col("label").fill_null(own).alias("bundle"))


def _articles(articles: Frame, members: Frame) -> Frame:
    """Each article in each bundle, with those of its attributions that are in it."""
    col = engine.daft().col
    told = articles.select("ids", "attributions").explode("ids", "attributions")
    told = told.select(col("ids").alias("attribution"), col("attributions").alias("told"))
    inside = members.join(told, on="attribution").groupby("bundle", "article").agg(col("told").list_agg())
    known = articles.select(col("id").alias("article"), "record")
    return inside.join(known, on="article").select("bundle", "record", "told")


def _links(links: Frame, strong: Frame) -> Frame:
    """The links that have both ends in one component, weak ones too: they tell how close its members are."""
    col = engine.daft().col
    left = strong.select(col("node").alias("left"), col("label").alias("bundle"))
    right = strong.select(col("node").alias("right"), col("label").alias("bundle"))
    inside = links.select("left", "right", col("record").alias("link")).join(left, on="left")
    return engine.gathered(inside.join(right, on=["right", "bundle"]), ["bundle"], "links", ["link"])


def _copies(copies: Frame, members: Frame) -> Frame:
    """The copies between the articles of each bundle."""
    col = engine.daft().col
    there = members.select("bundle", "article").distinct()
    left = there.select("bundle", col("article").alias("left"))
    right = there.select("bundle", col("article").alias("right"))
    inside = copies.select("left", "right", col("record").alias("copy")).join(left, on="left")
    return engine.gathered(inside.join(right, on=["right", "bundle"]), ["bundle"], "copies", ["copy"])


def _mentions(mentions: Frame, members: Frame) -> Frame:
    told = mentions.join(members.select("attribution", "bundle"), on="attribution")
    return engine.gathered(told, ["bundle"], "mentions", ["attribution", "place", "source_record"])
