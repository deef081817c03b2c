"""The networks of the embedded models, with the tensor names of the published checkpoints.

Only what the embedded configuration uses: LightningDiT with SwiGLU, rotary positions, RMSNorm and pooled text;
the autoencoder of latent diffusion with attention in the middle only; CLIP's text tower with OpenAI's names;
VGG with global average pooling and DenseNet with torchvision's names.
"""

import math

import torch
from torch import nn
from torch.nn import functional as F


# --- the autoencoder of latent diffusion (Rombach et al. 2022) -------------------------------------------------

def group_norm(channels):
    """GroupNorm of 32 groups, as everywhere in the autoencoder."""
    return nn.GroupNorm(32, channels, eps=1e-6)


class ResBlock(nn.Module):
    """Two normalised 3x3 convolutions around a shortcut."""

    def __init__(self, cin, cout):
        super().__init__()
        self.norm1, self.conv1 = group_norm(cin), nn.Conv2d(cin, cout, 3, padding=1)
        self.norm2, self.conv2 = group_norm(cout), nn.Conv2d(cout, cout, 3, padding=1)
        if cin != cout:
            self.nin_shortcut = nn.Conv2d(cin, cout, 1)

    def forward(self, x):
        h = self.conv2(F.silu(self.norm2(self.conv1(F.silu(self.norm1(x))))))
        return h + (self.nin_shortcut(x) if hasattr(self, "nin_shortcut") else x)


class PixelAttention(nn.Module):
    """One attention head over all positions, with residual."""

    def __init__(self, channels):
        super().__init__()
        self.norm = group_norm(channels)
        self.q, self.k, self.v, self.proj_out = (nn.Conv2d(channels, channels, 1) for _ in range(4))

    def forward(self, x):
        h = self.norm(x)
        q, k, v = (f(h).flatten(2).transpose(1, 2) for f in (self.q, self.k, self.v))
        h = F.scaled_dot_product_attention(q[:, None], k[:, None], v[:, None])[:, 0]
        return x + self.proj_out(h.transpose(1, 2).reshape(x.shape))


class Downsample(nn.Module):
    """Pads right and bottom by one, then a 3x3 convolution of stride 2."""

    def __init__(self, channels):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, stride=2)

    def forward(self, x):
        return self.conv(F.pad(x, (0, 1, 0, 1)))


class Upsample(nn.Module):
    """Nearest-neighbour doubling, then a 3x3 convolution."""

    def __init__(self, channels):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x):
        return self.conv(F.interpolate(x, scale_factor=2.0))


class Level(nn.Module):
    """The residual blocks of one resolution; `downsample` or `upsample` is added by the owner."""

    def __init__(self, cin, cout, blocks):
        super().__init__()
        self.block = nn.ModuleList(ResBlock(cin if i == 0 else cout, cout) for i in range(blocks))

    def forward(self, x):
        for block in self.block:
            x = block(x)
        for name in ("downsample", "upsample"):
            x = getattr(self, name)(x) if hasattr(self, name) else x
        return x


class Middle(nn.Module):
    """Residual block, attention, residual block at the lowest resolution."""

    def __init__(self, channels):
        super().__init__()
        self.block_1, self.block_2 = ResBlock(channels, channels), ResBlock(channels, channels)
        self.attn_1 = PixelAttention(channels)

    def forward(self, x):
        return self.block_2(self.attn_1(self.block_1(x)))


class Encoder(nn.Module):
    """Image [B, 3, H, W] to [B, 2 z, H / f, W / f]."""

    def __init__(self, ch, ch_mult, blocks, z):
        super().__init__()
        widths = [ch] + [ch * m for m in ch_mult]
        self.conv_in = nn.Conv2d(3, ch, 3, padding=1)
        self.down = nn.ModuleList(Level(a, b, blocks) for a, b in zip(widths, widths[1:]))
        for level, width in list(zip(self.down, widths[1:]))[:-1]:
            level.downsample = Downsample(width)
        self.mid = Middle(widths[-1])
        self.norm_out, self.conv_out = group_norm(widths[-1]), nn.Conv2d(widths[-1], 2 * z, 3, padding=1)

    def forward(self, x):
        x = self.conv_in(x)
        for level in self.down:
            x = level(x)
        return self.conv_out(F.silu(self.norm_out(self.mid(x))))


class Decoder(nn.Module):
    """Latent [B, z, h, w] to image; `up` is indexed by level and runs downwards."""

    def __init__(self, ch, ch_mult, blocks, z):
        super().__init__()
        widths = [ch * m for m in ch_mult]
        self.conv_in = nn.Conv2d(z, widths[-1], 3, padding=1)
        self.mid = Middle(widths[-1])
        self.up = nn.ModuleList(Level(a, b, blocks + 1) for a, b in zip(widths[1:] + widths[-1:], widths))
        for level, width in list(zip(self.up, widths))[1:]:
            level.upsample = Upsample(width)
        self.norm_out, self.conv_out = group_norm(ch * ch_mult[0]), nn.Conv2d(ch * ch_mult[0], 3, 3, padding=1)

    def forward(self, z):
        x = self.mid(self.conv_in(z))
        for level in reversed(self.up):
            x = level(x)
        return self.conv_out(F.silu(self.norm_out(x)))


class Autoencoder(nn.Module):
    """The KL autoencoder; images in [-1, 1]."""

    def __init__(self, ch, ch_mult, num_res_blocks, embed_dim):
        super().__init__()
        self.encoder = Encoder(ch, ch_mult, num_res_blocks, embed_dim)
        self.decoder = Decoder(ch, ch_mult, num_res_blocks, embed_dim)
        self.quant_conv = nn.Conv2d(2 * embed_dim, 2 * embed_dim, 1)
        self.post_quant_conv = nn.Conv2d(embed_dim, embed_dim, 1)

    def encode(self, image):
        """Mean and log variance of the latent."""
        mean, logvar = self.quant_conv(self.encoder(image)).chunk(2, dim=1)
        return mean, logvar.clamp(-30.0, 20.0)

    def decode(self, z):
        """Image of a latent."""
        return self.decoder(self.post_quant_conv(z))


# --- LightningDiT (Yao, Yang and Wang 2025) --------------------------------------------------------------------

def position_table(width, grid):
    """Fixed sine-cosine table [1, grid^2, width], float64 inside: the column fills the first half."""
    w = 10000.0 ** (-torch.arange(width // 4, dtype=torch.float64) / (width / 4))
    n = torch.arange(grid * grid)
    halves = [p.double()[:, None] * w for p in (n % grid, n // grid)]
    return torch.cat([f(a) for a in halves for f in (torch.sin, torch.cos)], dim=1).float()[None]


class RMSNorm(nn.Module):
    """Root-mean-square normalisation over the last axis."""

    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return F.rms_norm(x, self.weight.shape, self.weight, 1e-6)


class Rotary(nn.Module):
    """Rotation of neighbouring pairs: the first half of a head by row, the second by column."""

    def __init__(self, head, grid):
        super().__init__()
        phi = 1.0 / 10000 ** (torch.arange(0, head // 2, 2).float() / (head // 2))
        turn = (torch.arange(grid)[:, None] * phi).repeat_interleave(2, dim=-1)
        turn = torch.cat([turn.repeat_interleave(grid, 0), turn.repeat(grid, 1)], dim=-1)
        self.register_buffer("freqs_cos", turn.cos())
        self.register_buffer("freqs_sin", turn.sin())

    def forward(self, x):
        even, odd = x[..., 0::2], x[..., 1::2]
        return x * self.freqs_cos + torch.stack((-odd, even), dim=-1).flatten(-2) * self.freqs_sin


class Attention(nn.Module):
    """Multi-head self-attention with rotary positions."""

    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv, self.proj = nn.Linear(width, 3 * width), nn.Linear(width, width)

    def forward(self, x, rope):
        b, n, d = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        x = F.scaled_dot_product_attention(rope(q), rope(k), v)
        return self.proj(x.transpose(1, 2).reshape(b, n, d))


class SwiGLU(nn.Module):
    """Gated MLP: w3(SiLU(a) b) with a, b the halves of w12."""

    def __init__(self, width, hidden):
        super().__init__()
        self.w12, self.w3 = nn.Linear(width, 2 * hidden), nn.Linear(hidden, width)

    def forward(self, x):
        a, b = self.w12(x).chunk(2, dim=-1)
        return self.w3(F.silu(a) * b)


def modulated(x, shift, scale):
    """Per-image scale and shift of tokens."""
    return x * (1 + scale[:, None]) + shift[:, None]


class Block(nn.Module):
    """Transformer block with adaLN-zero modulation."""

    def __init__(self, width, heads):
        super().__init__()
        self.norm1, self.norm2 = RMSNorm(width), RMSNorm(width)
        self.attn, self.mlp = Attention(width, heads), SwiGLU(width, int(2 / 3 * 4 * width))
        self.adaLN_modulation = nn.Sequential(nn.SiLU(), nn.Linear(width, 6 * width))

    def forward(self, x, c, rope):
        shift1, scale1, gate1, shift2, scale2, gate2 = self.adaLN_modulation(c).chunk(6, dim=1)
        x = x + gate1[:, None] * self.attn(modulated(self.norm1(x), shift1, scale1), rope)
        return x + gate2[:, None] * self.mlp(modulated(self.norm2(x), shift2, scale2))


class FinalLayer(nn.Module):
    """Modulated norm and the projection back to patches."""

    def __init__(self, width, out):
        super().__init__()
        self.norm_final, self.linear = RMSNorm(width), nn.Linear(width, out)
        self.adaLN_modulation = nn.Sequential(nn.SiLU(), nn.Linear(width, 2 * width))

    def forward(self, x, c):
        return self.linear(modulated(self.norm_final(x), *self.adaLN_modulation(c).chunk(2, dim=1)))


class TimestepEmbedder(nn.Module):
    """256 cosines and sines of t, then an MLP."""

    def __init__(self, width):
        super().__init__()
        self.mlp = nn.Sequential(nn.Linear(256, width), nn.SiLU(), nn.Linear(width, width))

    def forward(self, t):
        angles = t[:, None] * torch.exp(-math.log(10000) * torch.arange(128, dtype=torch.float32) / 128)
        return self.mlp(torch.cat([angles.cos(), angles.sin()], dim=-1))


class TextEmbedder(nn.Module):
    """Linear map of the pooled text feature, or of a learned null feature where `drop` is set."""

    def __init__(self, text_width, width):
        super().__init__()
        self.proj = nn.Linear(text_width, width)
        self.null_embedding = nn.Parameter(torch.zeros(text_width))

    def forward(self, y, drop):
        return self.proj(torch.where(drop[:, None], self.null_embedding, y))


class PatchEmbed(nn.Module):
    """Patches of the latent to tokens."""

    def __init__(self, channels, width, patch):
        super().__init__()
        self.proj = nn.Conv2d(channels, width, patch, stride=patch)

    def forward(self, x):
        return self.proj(x).flatten(2).transpose(1, 2)


class LightningDiT(nn.Module):
    """Velocity network v(x, t, y); x [B, C, g p, g p], t [B] in 0...1, y [B, E] text features."""

    def __init__(self, input_size, patch_size, in_channels, hidden_size, depth, num_heads, text_width):
        super().__init__()
        grid = input_size // patch_size
        self.patch, self.grid, self.channels = patch_size, grid, in_channels
        self.x_embedder = PatchEmbed(in_channels, hidden_size, patch_size)
        self.t_embedder = TimestepEmbedder(hidden_size)
        self.y_embedder = TextEmbedder(text_width, hidden_size)
        self.pos_embed = nn.Parameter(position_table(hidden_size, grid), requires_grad=False)
        self.feat_rope = Rotary(hidden_size // num_heads, grid)
        self.blocks = nn.ModuleList(Block(hidden_size, num_heads) for _ in range(depth))
        self.final_layer = FinalLayer(hidden_size, patch_size**2 * in_channels)
        self.initialise()

    def initialise(self):
        """DiT's initialisation: Xavier for linear layers, zero for modulation and output (adaLN-zero)."""
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)
        nn.init.xavier_uniform_(self.x_embedder.proj.weight.view(self.x_embedder.proj.out_channels, -1))
        for layer in (self.t_embedder.mlp[0], self.t_embedder.mlp[2], self.y_embedder.proj):
            nn.init.normal_(layer.weight, std=0.02)
        for layer in [b.adaLN_modulation[1] for b in [*self.blocks, self.final_layer]] + [self.final_layer.linear]:
            nn.init.zeros_(layer.weight)

    def forward(self, x, t, y, drop):
        c = self.t_embedder(t) + self.y_embedder(y, drop)
        h = self.x_embedder(x) + self.pos_embed
        for block in self.blocks:
            h = block(h, c, self.feat_rope)
        h = self.final_layer(h, c).view(-1, self.grid, self.grid, self.patch, self.patch, self.channels)
        return h.permute(0, 5, 1, 3, 2, 4).reshape(x.shape)


# --- CLIP's text tower (Radford et al. 2021), OpenAI's names ---------------------------------------------------

class TextBlock(nn.Module):
    """Pre-norm transformer layer with QuickGELU."""

    def __init__(self, width, heads):
        super().__init__()
        self.ln_1, self.ln_2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attn = nn.MultiheadAttention(width, heads, batch_first=True)
        self.mlp = nn.ModuleDict({"c_fc": nn.Linear(width, 4 * width), "c_proj": nn.Linear(4 * width, width)})

    def forward(self, x, mask):
        h = self.ln_1(x)
        x = x + self.attn(h, h, h, attn_mask=mask, need_weights=False)[0]
        h = self.mlp["c_fc"](self.ln_2(x))
        return x + self.mlp["c_proj"](h * torch.sigmoid(1.702 * h))


class TextTower(nn.Module):
    """Token ids [B, n] (n up to `context`) to the projected feature [B, E] of the end token."""

    def __init__(self, vocabulary, context, width, layers, embed):
        super().__init__()
        self.token_embedding = nn.Embedding(vocabulary, width)
        self.positional_embedding = nn.Parameter(0.01 * torch.randn(context, width))
        self.transformer = nn.Module()
        self.transformer.resblocks = nn.ModuleList(TextBlock(width, width // 64) for _ in range(layers))
        self.ln_final = nn.LayerNorm(width)
        self.text_projection = nn.Parameter(width**-0.5 * torch.randn(width, embed))
        nn.init.normal_(self.token_embedding.weight, std=0.02)

    def forward(self, ids):
        n = ids.shape[1]
        x = self.token_embedding(ids) + self.positional_embedding[:n]
        mask = torch.full((n, n), float("-inf")).triu(1)
        for block in self.transformer.resblocks:
            x = block(x, mask)
        return self.ln_final(x)[torch.arange(len(ids)), ids.argmax(dim=1)] @ self.text_projection


# --- classifiers -----------------------------------------------------------------------------------------------

class VGG(nn.Module):
    """VGG-16's thirteen convolutions, global average pooling and a linear head; logits.

    `normalised` puts a batch norm after every convolution, for training only; `folded` takes them out again.
    `counts_hairs` adds a second head, for training only, without which so thin a cue is never found.
    """

    LAYOUT = (1, 1, "M", 2, 2, "M", 4, 4, 4, "M", 8, 8, 8, "M", 8, 8, 8, "M")

    def __init__(self, width, classes=2, normalised=False, counts_hairs=False):
        super().__init__()
        layers, cin, self.width = [], 3, width
        for step in self.LAYOUT:
            if step == "M":
                layers.append(nn.MaxPool2d(2))
                continue
            layers.append(nn.Conv2d(cin, step * width, 3, padding=1))
            layers += ([nn.BatchNorm2d(step * width)] if normalised else []) + [nn.ReLU()]
            cin = step * width
        self.features, self.classifier = nn.Sequential(*layers), nn.Linear(cin, classes)
        if counts_hairs:
            self.counter = nn.Linear(cin, 1)

    def forward(self, x):
        return self.classifier(self.features(x).mean(dim=(2, 3)))

    def diagnosis_and_hairs(self, x):
        """Logits and the standardised logarithm of the hair count, [n, 1]."""
        pooled = self.features(x).mean(dim=(2, 3))
        return self.classifier(pooled), self.counter(pooled)

    def folded(self):
        """The plain VGG that computes the same, each batch norm multiplied into its convolution."""
        plain = VGG(self.width, self.classifier.out_features)
        targets = iter(layer for layer in plain.features if isinstance(layer, nn.Conv2d))
        with torch.no_grad():
            for conv, norm in zip(self.features, list(self.features)[1:]):
                if isinstance(norm, nn.BatchNorm2d):
                    scale = norm.weight / (norm.running_var + norm.eps).sqrt()
                    target = next(targets)
                    target.weight.copy_(conv.weight * scale[:, None, None, None])
                    target.bias.copy_((conv.bias - norm.running_mean) * scale + norm.bias)
        plain.classifier.load_state_dict(self.classifier.state_dict())
        return plain.eval()


class DenseLayer(nn.Module):
    """Bottleneck layer; returns its new channels."""

    def __init__(self, cin, growth):
        super().__init__()
        self.norm1, self.conv1 = nn.BatchNorm2d(cin), nn.Conv2d(cin, 4 * growth, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(4 * growth)
        self.conv2 = nn.Conv2d(4 * growth, growth, 3, padding=1, bias=False)

    def forward(self, x):
        return self.conv2(F.relu(self.norm2(self.conv1(F.relu(self.norm1(x))))))


class DenseBlock(nn.Module):
    """Layers that each see all channels before them."""

    def __init__(self, cin, growth, layers):
        super().__init__()
        for i in range(layers):
            self.add_module(f"denselayer{i + 1}", DenseLayer(cin + i * growth, growth))

    def forward(self, x):
        for layer in self.children():
            x = torch.cat([x, layer(x)], dim=1)
        return x


class Transition(nn.Module):
    """Halves channels and resolution."""

    def __init__(self, cin):
        super().__init__()
        self.norm, self.conv = nn.BatchNorm2d(cin), nn.Conv2d(cin, cin // 2, 1, bias=False)

    def forward(self, x):
        return F.avg_pool2d(self.conv(F.relu(self.norm(x))), 2)


class DenseNet(nn.Module):
    """DenseNet with torchvision's names; logits."""

    def __init__(self, growth, blocks, initial, classes=2):
        super().__init__()
        self.features = nn.Sequential()
        self.features.conv0 = nn.Conv2d(3, initial, 7, stride=2, padding=3, bias=False)
        self.features.norm0, self.features.relu0 = nn.BatchNorm2d(initial), nn.ReLU()
        self.features.pool0 = nn.MaxPool2d(3, stride=2, padding=1)
        width = initial
        for i, layers in enumerate(blocks):
            self.features.add_module(f"denseblock{i + 1}", DenseBlock(width, growth, layers))
            width += layers * growth
            if i + 1 < len(blocks):
                self.features.add_module(f"transition{i + 1}", Transition(width))
                width //= 2
        self.features.norm5 = nn.BatchNorm2d(width)
        self.classifier = nn.Linear(width, classes)

    def forward(self, x):
        return self.classifier(F.relu(self.features(x)).mean(dim=(2, 3)))
