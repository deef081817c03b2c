"""Writes the cases of this folder: networks of each library with weights from the oracles' formula, and their scores.

    make_cases.py [PREFIX ...]

Needs torch, torchvision, timm, transformers and efficientnet_pytorch (versions are noted in each case). Weights are drawn
by name and shape (`Oracles/synthetic_weights.py`), so a case lists tensors and scores only. Scores are computed in float64;
the tolerance is 1e-4 of the largest score, or ten times PyTorch's own error in float32 where that is more.
"""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "Oracles"))

import synthetic_weights as synthetic
import torch
from torch import nn

SHIM = torch.library.Library("torchvision", "FRAGMENT")  # a torchvision whose C++ part does not fit this torch
for operation in ("nms", "qnms"):
    SHIM.define(operation + "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")

import timm
import torchvision
import transformers

CLASSES = 5


def logits(output):
    return output.logits if hasattr(output, "logits") else output


def write(name, graph, model, size, gain=1.0, library="", seed=0, kind="mosaic", run=None, rename=(), hidden=None):
    """`rename` are pairs of what stands in a key and what an older version of the library writes in its place; `hidden` is
    what stands between the linear layers of a head that is a sequence."""
    model = model.eval()
    listing = []
    for key, value in model.state_dict().items():
        if key.endswith(("num_batches_tracked", "relative_position_index")):
            continue
        shape = tuple(value.shape)
        for new, old in rename:
            key = key.replace(new, old)
        draw = synthetic.kind_of(key.replace("pos_embed", "position_embedding.weight"), shape)
        if key.endswith(("_token", "_tokens", "position_embeddings", "pos_embedding", "pos_embed")):
            draw = "bias"
        value.copy_(torch.from_numpy(synthetic.tensor(key, shape, draw, seed, gain)))
        listing.append([key, draw, list(shape)])
    x = torch.from_numpy(synthetic.tensor("input/x", (2, 3, *size), kind, seed))
    run = run or (lambda m, x: logits(m(x)))
    single = run(model, x).double()
    exact = run(model.double(), x.double())
    error = (single - exact).abs().max().item()
    scale = exact.abs().max().item()
    apart = (exact[0] - exact[1]).abs().max().item()
    case = {
        "case": name, "graph": graph, "library": library, "seed": seed, "gain": gain, "input": kind,
        "versions": {m.__name__: m.__version__ for m in (torch, torchvision, timm, transformers)},
        "size": list(size), "tolerance": float(f"{max(1e-4 * scale, 10 * error):.1e}"),
        "logits": [[float(f"{v:.9g}") for v in row] for row in exact.tolist()],
    }
    if hidden:
        case["hidden"] = hidden
    body = json.dumps(case)[:-1] + ', "tensors": [\n'
    body += ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in listing) + "\n]}\n"
    (HERE / "Cases" / f"{name}.json").write_text(body)
    print(f"{name:36} largest {scale:9.3g}  images differ by {apart:9.3g}  float32 error {error:.1e}", flush=True)


def hub_positions(model, rows, columns, offset, antialias):
    """`interpolate_pos_encoding` of facebookresearch/dinov2, as a replacement of a timm model's positions."""
    positions = model.pos_embed
    side = int((positions.shape[1] - 1) ** 0.5)
    grid = positions[:, 1:].reshape(1, side, side, -1).permute(0, 3, 1, 2)
    size = dict(scale_factor=((rows + offset) / side, (columns + offset) / side)) if offset else dict(size=(rows, columns))
    grid = nn.functional.interpolate(grid, mode="bicubic", antialias=antialias, **size)
    assert grid.shape[-2:] == (rows, columns)
    return torch.cat([positions[:, :1], grid.permute(0, 2, 3, 1).flatten(1, 2)], dim=1)


class HubDINOv2(nn.Module):
    """The first DINOv2 with its linear head on the token of class and the patches' mean, with the names of PyTorch Hub."""

    def __init__(self, registers, layers=1):
        super().__init__()
        self.layers = layers
        self.backbone = timm.models.VisionTransformer(
            img_size=56, patch_size=8, embed_dim=128, depth=2 if layers == 1 else 5, num_heads=2, num_classes=0, init_values=1.0)
        self.backbone.mask_token = nn.Parameter(torch.zeros(1, 128))
        if registers:
            self.backbone.register_tokens = nn.Parameter(torch.zeros(1, registers, 128))
        self.linear_head = nn.Linear(256 if layers == 1 else 128 * (layers + 1), CLASSES)
        self.registers = registers

    def forward(self, x):
        body = self.backbone
        rows, columns = x.shape[2] // 8, x.shape[3] // 8
        tokens = body.patch_embed.proj(x).flatten(2).transpose(1, 2)
        tokens = torch.cat([body.cls_token.expand(len(x), -1, -1), tokens], dim=1)
        tokens = tokens + hub_positions(body, rows, columns, 0.0 if self.registers else 0.1, bool(self.registers))
        if self.registers:
            tokens = torch.cat([tokens[:, :1], body.register_tokens.expand(len(x), -1, -1), tokens[:, 1:]], dim=1)
        normed = []
        for block in body.blocks:
            tokens = block(tokens)
            normed.append(body.norm(tokens))
        patches = normed[-1][:, 1 + self.registers:].mean(dim=1)
        return self.linear_head(torch.cat([layer[:, 0] for layer in normed[-self.layers:]] + [patches], dim=1))


class PatchLesion(nn.Module):
    """classifiers.md, section 3: nine crops, an attention over them, DenseNet-121 without its last ReLU, mean scores."""

    def __init__(self):
        super().__init__()
        self.cnn_features = torchvision.models.densenet121(num_classes=CLASSES).features
        self.initial_attention_layer = nn.Module()
        self.initial_attention_layer.fc = nn.Sequential(nn.Linear(9, 9), nn.Sigmoid())
        self.classifier = nn.Linear(1024, CLASSES)

    def forward(self, x):
        crops = torch.stack([x[:, :, r - 112:r + 112, c - 112:c + 112] for r in (112, 225, 338) for c in (112, 300, 488)], 1)
        weights = self.initial_attention_layer.fc(crops.mean(dim=(2, 3, 4)))
        crops = crops * weights[:, :, None, None, None]
        scores = [self.classifier(self.cnn_features(crops[:, i]).mean(dim=(2, 3))) for i in range(9)]
        return torch.stack(scores).mean(dim=0)


class DermDiT(nn.Module):
    """classifiers.md, section 6: an encoder `enet` and a head of one score."""

    def __init__(self, hidden):
        super().__init__()
        self.enet = torchvision.models.resnext101_32x8d()
        self.enet.fc = nn.Identity()
        self.hidden = hidden
        if hidden:
            self.layer1, self.layer2 = nn.Linear(2048, hidden), nn.Linear(hidden, 1)
        else:
            self.layer = nn.Linear(2048, 1)

    def forward(self, x):
        x = self.enet(x)
        return self.layer2(self.layer1(x)) if self.hidden else self.layer(x)


def magic():
    """classifiers.md, section 8: VGG-16 whose last layer is two, with a ReLU between them."""
    model = torchvision.models.vgg16()
    model.classifier[6] = nn.Sequential(nn.Linear(4096, 256), nn.ReLU(), nn.Dropout(0.4), nn.Linear(256, CLASSES), nn.LogSoftmax(1))
    return model


# What transformers 4 and published files call the parts of a ViT, and of a DINOv2.
OLD_ATTENTION = [(f"attention.{new}_proj", f"attention.attention.{old}") for new, old in
                 [("q", "query"), ("k", "key"), ("v", "value")]] + [("attention.o_proj", "attention.output.dense")]
OLD_VIT = OLD_ATTENTION + [("vit.layers", "vit.encoder.layer"), ("mlp.fc1", "intermediate.dense"), ("mlp.fc2", "output.dense")]


def vit(**options):
    options = dict(img_size=32, patch_size=8, embed_dim=128, depth=2, num_heads=2, num_classes=CLASSES) | options
    return timm.models.VisionTransformer(**options)


def vit_config(kind, **options):
    return kind(hidden_size=128, num_hidden_layers=2, num_attention_heads=2, image_size=32, patch_size=8,
                num_labels=CLASSES, **options)


def resampled(model, x):
    return logits(model(x, interpolate_pos_encoding=True))


def replaced(model, part, *layers):
    """`model` with a sequence in place of its head, as fine-tuning puts one there."""
    setattr(model, part, nn.Sequential(*layers))
    return model


def tv(name, **options):
    return lambda: getattr(torchvision.models, name)(num_classes=CLASSES, **options)


def tm(name, **options):
    return lambda: timm.create_model(name, num_classes=CLASSES, **options)


def efficientnet_pytorch(name):
    from efficientnet_pytorch import EfficientNet

    return EfficientNet.from_name(name, num_classes=CLASSES)


def hf_efficientnet():
    config = transformers.EfficientNetConfig(width_coefficient=1.0, depth_coefficient=1.0, image_size=224, hidden_dim=1280,
                                             num_labels=CLASSES, dropout_rate=0.2)
    return transformers.EfficientNetForImageClassification(config)


def hf_resnet(kind):
    config = transformers.ResNetConfig(embedding_size=32, hidden_sizes=[32, 64, 128, 256], depths=[1, 2, 1, 1],
                                       layer_type=kind, num_labels=CLASSES)
    return transformers.ResNetForImageClassification(config)


V = transformers
SQUARE, ODD, WIDE = (64, 64), (75, 65), (48, 40)
# name: (graph, library, builder, size, further arguments of `write`)
CASES = {
    "vit-tiny-timm": ("vit", "timm", vit, (32, 32), {}),
    "vit-tiny-timm-resized": ("vit", "timm", lambda: vit(dynamic_img_size=True), WIDE, {}),
    "vit-tiny-torchvision": ("vit", "torchvision", lambda: torchvision.models.VisionTransformer(
        32, 8, 2, 2, 128, 256, num_classes=CLASSES), (32, 32), {}),
    "vit-tiny-transformers": ("vit", "transformers", lambda: V.ViTForImageClassification(vit_config(V.ViTConfig)), (32, 32),
                              dict(rename=OLD_VIT)),
    "vit-tiny-transformers-resized": ("vit", "transformers", lambda: V.ViTForImageClassification(vit_config(V.ViTConfig)),
                                      WIDE, dict(run=resampled)),
    "dinov2-tiny-timm": ("vit", "timm", lambda: vit(
        init_values=1.0, reg_tokens=4, no_embed_class=True, dynamic_img_size=True, img_size=56), (32, 40), {}),
    "dinov2-tiny-transformers": ("vit", "transformers", lambda: V.Dinov2ForImageClassification(vit_config(V.Dinov2Config)), WIDE,
                                 dict(rename=OLD_ATTENTION)),
    "dinov2-tiny-transformers-registers": ("vit", "transformers", lambda: V.Dinov2WithRegistersForImageClassification(
        vit_config(V.Dinov2WithRegistersConfig)), (32, 32), {}),
    "dinov2-tiny-hub": ("vit", "dinov2", lambda: HubDINOv2(0), (32, 40), {}),
    "dinov2-tiny-hub-registers": ("vit", "dinov2", lambda: HubDINOv2(4), (32, 40), {}),
    "dinov2-tiny-swiglu": ("vit", "transformers", lambda: V.Dinov2ForImageClassification(
        vit_config(V.Dinov2Config, use_swiglu_ffn=True)), (32, 32), {}),
    "resnet-basic-transformers": ("resnet", "transformers", lambda: hf_resnet("basic"), ODD, {}),
    "resnet-bottleneck-transformers": ("resnet", "transformers", lambda: hf_resnet("bottleneck"), SQUARE, {}),
    "efficientnet_b0-timm": ("efficientnet_b0", "timm", tm("efficientnet_b0"), ODD, dict(gain=1.52)),
    "efficientnet_b0-timm-tf": ("tf_efficientnet_b0", "timm (tf_)", tm("tf_efficientnet_b0"), ODD, dict(gain=1.52)),
    "efficientnet_b0-timm-tf-even": ("tf_efficientnet_b0", "timm (tf_)", tm("tf_efficientnet_b0"), SQUARE, dict(gain=1.52)),
    "efficientnet_b0-transformers": ("efficientnet_b0", "transformers", hf_efficientnet, SQUARE, dict(gain=1.52)),
    "efficientnet_b0-efficientnet_pytorch": ("efficientnet_b0", "efficientnet_pytorch",
                                             lambda: efficientnet_pytorch("efficientnet-b0"), (224, 224), dict(gain=1.44)),
    "efficientnet_v2_s-timm-tf": ("tf_efficientnet_v2_s", "timm (tf_)", tm("tf_efficientnetv2_s"), SQUARE, dict(gain=1.12)),
    "mobilenet_v2-timm": ("mobilenet_v2", "timm", tm("mobilenetv2_100"), ODD, dict(gain=1.3)),
    "mobilenet_v3_large-timm": ("mobilenet_v3_large", "timm", tm("mobilenetv3_large_100"), ODD, dict(gain=1.31)),
    "mobilenet_v3_small-timm": ("mobilenet_v3_small", "timm", tm("mobilenetv3_small_100"), SQUARE, dict(gain=1.45)),
    "mobilenet_v3_small": ("mobilenet_v3_small", "torchvision", tv("mobilenet_v3_small"), ODD, dict(gain=1.45)),
    "xception-timm": ("xception", "timm", tm("legacy_xception"), (96, 107), dict(gain=1.0)),
    "resnet18": ("resnet18", "torchvision", tv("resnet18"), SQUARE, {}),
    "vit-tiny-timm-mean": ("vit", "timm", lambda: vit(global_pool="avg"), (32, 32), {}),
    "dinov2-tiny-hub-layers": ("vit", "dinov2", lambda: HubDINOv2(0, 4), (32, 40), {}),
    "resnet18-sequence": ("resnet18", "torchvision", lambda: replaced(
        torchvision.models.resnet18(), "fc", nn.Dropout(0.5), nn.Linear(512, 32), nn.ReLU(), nn.Dropout(0.3),
        nn.Linear(32, CLASSES)), SQUARE, dict(hidden="relu")),
    "mobilenet_v2-sequence": ("mobilenet_v2", "torchvision", lambda: replaced(
        torchvision.models.mobilenet_v2(), "classifier", nn.Dropout(0.2), nn.Linear(1280, 24), nn.GELU(), nn.Linear(24, 8),
        nn.GELU(), nn.Linear(8, CLASSES)), SQUARE, dict(gain=1.3, hidden="gelu")),
    "resnet34": ("resnet34", "torchvision", tv("resnet34"), ODD, {}),
    "full-resnet101": ("resnet101", "torchvision", tv("resnet101"), SQUARE, {}),
    "full-densenet161": ("densenet161", "torchvision", tv("densenet161"), SQUARE, dict(gain=2**0.5)),
    "full-densenet169": ("densenet169", "torchvision", tv("densenet169"), SQUARE, dict(gain=2**0.5)),
    "full-efficientnet_b1": ("efficientnet_b1", "torchvision", tv("efficientnet_b1"), SQUARE, dict(gain=1.44)),
    "full-efficientnet_b2": ("efficientnet_b2", "torchvision", tv("efficientnet_b2"), SQUARE, dict(gain=1.44)),
    "full-efficientnet_b3": ("efficientnet_b3", "torchvision", tv("efficientnet_b3"), SQUARE, dict(gain=1.39)),
    "full-efficientnet_b4": ("efficientnet_b4", "torchvision", tv("efficientnet_b4"), ODD, dict(gain=1.37)),
    "full-vgg16_bn-timm": ("vgg16_bn", "timm", tm("vgg16_bn"), (224, 224), dict(gain=2**0.5)),
    "full-vit_b_16": ("vit_b_16", "timm", tm("vit_base_patch16_224"), (224, 224), {}),
    "full-dinov2_s_14": ("dinov2_s_14", "timm", tm("vit_small_patch14_dinov2", dynamic_img_size=True), (224, 224), {}),
    "full-patch-lesion": ("patch-lesion", "torchvision", PatchLesion, (450, 600), dict(gain=2**0.5, kind="mosaic_image")),
    "full-resnext101-dermdit": ("resnext101-dermdit", "torchvision", lambda: DermDiT(0), SQUARE, {}),
    "full-resnext101-dermdit-hidden": ("resnext101-dermdit", "torchvision", lambda: DermDiT(64), SQUARE, {}),
    "full-vgg16-magic": ("vgg16-magic", "torchvision", magic, SQUARE, dict(gain=2**0.5)),
}


def main():
    torch.manual_seed(0)
    (HERE / "Cases").mkdir(exist_ok=True)
    with torch.no_grad():
        for name, (graph, library, build, size, options) in CASES.items():
            if len(sys.argv) < 2 or any(name.startswith(prefix) for prefix in sys.argv[1:]):
                write(name, graph, build(), size, library=library, **options)


if __name__ == "__main__":
    main()
