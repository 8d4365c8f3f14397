"""What the API answers, as models that its description is made from: a module a noun."""
