"""The attribution model: its data, the network, training, export and what it measures."""
