"""The embedded network: word pieces, windows, the ONNX session, the tag scheme and the decoding of tags."""
