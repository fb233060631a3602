"""A trained network as an ONNX graph, written operator by operator.

A traced graph leaves to chance which of its operators the run time can join. Here each is
one that the run time has a kernel for (those of ``com.microsoft`` are its own), for one
window at a time of any length up to `size`.

int8 is dynamic. The weights of a product have one scale a column; what is multiplied with
them gets its scale when it is computed: one a window after a normalisation, which leaves all
pieces alike, and one a piece elsewhere, for there a few, of those that close a text above
all, have values a hundred times those of the others and would leave them one or two of
eight bits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.attribution.model import Tagger

OPSET = 20
IR = 9
_OWN = frozenset({"MatMulIntegerToFloat", "MultiHeadAttention"})
"""The run time's own operators."""
_LARGEST = 127
_MIDDLE = 128
_LOWEST_GELU = 0.17
"""Gelu is nowhere below −0.17, so that few of the 256 steps have to lie below zero."""
_BELOW = 16

Array = NDArray[Any]


class Layer(NamedTuple):
    """One layer of an encoder: attention and what normalises it, then the two products."""

    query: nn.Linear
    key: nn.Linear
    value: nn.Linear
    out: nn.Linear
    attended: nn.LayerNorm
    inner: nn.Linear
    outer: nn.Linear
    done: nn.LayerNorm


def layers(encoder: Any) -> Iterator[Layer]:
    """Yield the layers of a BERT or an MPNet, which call the same parts by other names."""
    for layer in encoder.encoder.layer:
        attention, rest = layer.attention, (layer.intermediate.dense, layer.output.dense)
        if encoder.config.model_type == "mpnet":
            own = attention.attn
            parts = own.q, own.k, own.v, own.o, attention.LayerNorm
        else:
            own = attention.self
            after = attention.output
            parts = own.query, own.key, own.value, after.dense, after.LayerNorm
        yield Layer(*parts, *rest, layer.output.LayerNorm)


def positions(encoder: Any, size: int) -> Tensor:
    """Return what each of the first `size` places in a window adds to its piece."""
    embeddings = encoder.embeddings
    rows: Tensor = embeddings.position_embeddings.weight
    if encoder.config.model_type == "mpnet":
        first = embeddings.padding_idx + 1
        return rows[first : first + size]
    return rows[:size] + embeddings.token_type_embeddings.weight[0]


def distances(encoder: Any, size: int) -> Tensor | None:
    """Return what attention gives for distance: heads × (−`size` + 1 … `size` − 1)."""
    if encoder.config.model_type != "mpnet":
        return None
    table: Tensor = encoder.encoder.compute_position_bias(torch.zeros(1, size, 1))[0]
    return torch.cat((table[:, 1:, 0].flip(1), table[:, 0]), dim=1)


def graph(model: Tagger, *, size: int, int8: bool) -> onnx.ModelProto:
    """Return the graph of a network: ``pieces``, ``shapes`` → ``tags``, ``vectors``.

    Args:
        model: its encoder is a BERT or an MPNet.
        size: the most pieces of a window.
        int8: whether products and the embeddings of pieces are computed in 8 bits.
    """
    made = _Graph(int8=int8)
    heads = model.encoder.config.num_attention_heads
    length = made.node("Shape", "pieces", start=1, end=2)
    made.length = length
    states = _embedded(made, model, size)
    far = _far(made, distances(model.encoder, size))
    for layer in layers(model.encoder):
        states = _layer(made, states, layer, far, heads)
    made.linear(states, model.tags, out="tags")
    hidden = made.node("Relu", made.linear(made.rounded(states), model.hidden))
    made.linear(made.rounded(hidden), model.vectors, out="vectors")
    return made.model(
        pieces=(TensorProto.INT64, [1, "length"]),
        shapes=(TensorProto.INT64, [1, "length"]),
        tags=(TensorProto.FLOAT, [1, "length", model.tags.out_features]),
        vectors=(TensorProto.FLOAT, [1, "length", model.vectors.out_features]),
    )


def _embedded(made: _Graph, model: Tagger, size: int) -> str:
    embeddings = model.encoder.embeddings
    where = made.table(_array(positions(model.encoder, size))[None])
    parts = (
        made.looked_up(_array(model.encoder.get_input_embeddings().weight), "pieces"),
        made.node("Gather", made.constant(_array(model.shapes.weight)), "shapes"),
        made.node("Slice", where, made.ints(0), made.length, made.ints(1)),
    )
    return made.norm(made.node("Add", made.node("Add", *parts[:2]), parts[2]), embeddings.LayerNorm)


def _far(made: _Graph, table: Tensor | None) -> str:
    """Return the scores for distance of a window's pieces, computed once for the longest."""
    if table is None:
        return ""
    size = (table.shape[1] + 1) // 2
    number = made.constant
    place = made.node("Range", *(number(np.int64(n)) for n in (size - 1, 2 * size - 1, 1)))
    start = made.node("Range", *(number(np.int64(n)) for n in (0, size, 1)))
    distance = made.node("Sub", place, made.node("Unsqueeze", start, made.ints(1)))
    every = made.node("Gather", number(_array(table)), distance, axis=1)
    both = made.node("Concat", made.length, made.length, axis=0)
    fit = made.node("Slice", every, made.ints(0, 0), both, made.ints(1, 2))
    return made.node("Unsqueeze", fit, made.ints(0))


def _layer(made: _Graph, states: str, layer: Layer, far: str, heads: int) -> str:
    asked = made.rounded(states)
    parts = [made.linear(asked, one) for one in (layer.query, layer.key, layer.value)]
    optional = ("", "", far) if far else ()
    heard = made.node("MultiHeadAttention", *parts, *optional, num_heads=heads)
    told = made.linear(made.rounded_by_row(heard), layer.out)
    states = made.norm(made.node("Add", told, states), layer.attended)
    inner = made.node("Gelu", made.linear(made.rounded(states), layer.inner))
    outer = made.linear(made.rounded_by_row(inner, gelu=True), layer.outer)
    return made.norm(made.node("Add", outer, states), layer.done)


class _Rounded(NamedTuple):
    """States in 8 bits: their scale and zero, and a scale for each row if they have one."""

    values: str
    scale: str
    zero: str
    rows: str = ""


class _Graph:
    """A graph in the making; what its methods return are names of values in it."""

    def __init__(self, *, int8: bool) -> None:
        self.length = ""
        self._int8 = int8
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def node(self, operator: str, *inputs: str, out: str = "", **how: Any) -> str:
        return self._add(operator, inputs, (out or f"v{len(self._nodes)}",), how)[0]

    def constant(self, value: Array | np.generic) -> str:
        self._constants.append(numpy_helper.from_array(value, f"c{len(self._constants)}"))
        return self._constants[-1].name

    def ints(self, *values: int) -> str:
        return self.constant(np.asarray(values, dtype=np.int64))

    def table(self, rows: Array) -> str:
        """Return a small table: in half precision it takes half of the room."""
        if not self._int8:
            return self.constant(rows)
        half = self.constant(rows.astype(np.float16))
        return self.node("Cast", half, to=TensorProto.FLOAT)

    def looked_up(self, rows: Array, numbers: str) -> str:
        """Return rows of a large table, each with a scale of its own if they are rounded."""
        if not self._int8:
            return self.node("Gather", self.constant(rows), numbers)
        rounded, scales = _rounded_columns(rows.T)
        found = self.node("Gather", self.constant(rounded.T.copy()), numbers)
        scale = self.node("Gather", self.constant(scales[:, None]), numbers)
        return self.node("Mul", self.node("Cast", found, to=TensorProto.FLOAT), scale)

    def norm(self, states: str, norm: nn.LayerNorm) -> str:
        learned = (self.constant(_array(norm.weight)), self.constant(_array(norm.bias)))
        return self.node("LayerNormalization", states, *learned, axis=-1, epsilon=norm.eps)

    def rounded(self, states: str) -> str | _Rounded:
        """Round states to 8 bits with one scale; three products may share them."""
        if not self._int8:
            return states
        names = tuple(f"{name}{len(self._nodes)}" for name in ("q", "s", "z"))
        return _Rounded(*self._add("DynamicQuantizeLinear", (states,), names, {}))

    def rounded_by_row(self, states: str, *, gelu: bool = False) -> str | _Rounded:
        """Round states to 8 bits with a scale for each row; `gelu` says that they come from it."""
        if not self._int8:
            return states
        middle, above = (_BELOW, 255 - _BELOW) if gelu else (_MIDDLE, _LARGEST)
        least = _LOWEST_GELU / _BELOW if gelu else 1e-8
        sizes = states if gelu else self.node("Abs", states)
        largest = self.node("ReduceMax", sizes, self.ints(-1), keepdims=0)
        steps = self.node("Mul", largest, self.constant(np.float32(1 / above)))
        steps = self.node("Max", steps, self.constant(np.float32(least)))
        scale = self.node("Squeeze", steps, self.ints(0))
        zero = self.constant(np.asarray([middle], dtype=np.uint8))
        zeros = self.node("Expand", zero, self.length)
        return _Rounded(
            self.node("QuantizeLinear", states, scale, zeros, axis=1),
            self.constant(np.float32(1)),
            self.constant(np.uint8(middle)),
            self.node("Unsqueeze", steps, self.ints(-1)),
        )

    def linear(self, states: str | _Rounded, linear: nn.Linear, *, out: str = "") -> str:
        weight, bias = _array(linear.weight.T), self.constant(_array(linear.bias))
        if isinstance(states, str):
            product = self.node("MatMul", states, self.constant(weight))
            return self.node("Add", product, bias, out=out)
        rounded, scales = _rounded_columns(weight)
        factors = (states.values, self.constant(rounded), states.scale, self.constant(scales))
        if not states.rows:
            inputs = (*factors, states.zero, "", bias)
            return self.node("MatMulIntegerToFloat", *inputs, out=out)
        product = self.node("MatMulIntegerToFloat", *factors, states.zero)
        return self.node("Add", self.node("Mul", product, states.rows), bias, out=out)

    def model(self, **told: tuple[int, list[Any]]) -> onnx.ModelProto:
        """Return the model; the values it takes and gives are told by type and shape."""
        values = {name: helper.make_tensor_value_info(name, *how) for name, how in told.items()}
        made = {name for node in self._nodes for name in node.output}
        return helper.make_model(
            helper.make_graph(
                self._nodes,
                "tagger",
                [value for name, value in values.items() if name not in made],
                [value for name, value in values.items() if name in made],
                self._constants,
            ),
            producer_name="onrecord",
            ir_version=IR,
            opset_imports=[
                helper.make_opsetid("", OPSET),
                helper.make_opsetid("com.microsoft", 1),
            ],
        )

    def _add(
        self, operator: str, inputs: tuple[str, ...], outputs: tuple[str, ...], how: dict[str, Any]
    ) -> tuple[str, ...]:
        domain = "com.microsoft" if operator in _OWN else ""
        self._nodes.append(helper.make_node(operator, inputs, outputs, domain=domain, **how))
        return outputs


def _array(tensor: Tensor) -> Array:
    return tensor.detach().float().contiguous().cpu().numpy()


def _rounded_columns(weight: Array) -> tuple[Array, Array]:
    """Return weights in 8 bits and the scale of each column."""
    scales = np.maximum(np.abs(weight).max(axis=0), 1e-12) / np.float32(_LARGEST)
    rounded = np.round(weight / scales).astype(np.int8)
    return rounded, scales.astype(np.float32)
