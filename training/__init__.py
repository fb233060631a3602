"""How the weights were made. Nothing here is needed to use them."""
