"""Training of the attribution detector (extra ``train``): from annotated articles to a model.

Nothing outside this package imports torch.
"""
