// Chapter 2: drag the gates of one unit; drag the scale of W and see how far back a gradient reaches.
view("ch02-gates", t(
  "Above, open and close the gates of one unit. Below, choose a cell and a scale, and see how far back a gradient reaches.",
  "上面：打开、关上一个隐藏单元的门。下面：选一种循环单元和一个尺度，看梯度能传回多远。"), (figure) => {
  figure.values = { before: 0.8, reset: 0, update: 0, input: -1, cell: "rnn", scale: 0.9, keep: 0 };
  const unit = el("div", { class: "live-part" });
  const reach = el("div", { class: "live-part" });
  const state = el("div", {});
  const curve = el("div", {});
  const slide = (name, label, min, max, value) =>
    figure.slider(label, { min, max, step: 0.1, value }, (to) => figure.set(name, to));
  fill(unit, el("p", { class: "live-title" }, t("One GRU unit", "一个 GRU 隐藏单元")),
    slide("before", t("state before, h", "之前的状态 h"), -1, 1, 0.8),
    slide("input", t("what the input gives", "输入的贡献"), -5, 5, -1),
    slide("reset", t("into the reset gate", "进入重置门"), -10, 10, 0),
    slide("update", t("into the update gate", "进入更新门"), -10, 10, 0), state);
  fill(reach, el("p", { class: "live-title" }, t("How far back a gradient reaches", "梯度能传回多远")),
    figure.choice(t("cell", "循环单元"), [["rnn", "RNN"], ["gru", "GRU"], ["lstm", "LSTM"]], "rnn", (to) => figure.set("cell", to)),
    slide("scale", t("scale of W", "W 的尺度"), 0.1, 3, 0.9),
    slide("keep", t("bias of the gate that keeps", "保留门的偏置"), -6, 6, 0), curve);
  fill(figure.stage, unit, reach);

  return (answer) => {
    const rows = [["r", answer.r], ["z", answer.z], ["h̃", answer.candidate], [t("state after", "之后的状态"), answer.after]];
    fill(state, el("table", { class: "live-bars" },
      el("caption", {}, t("gates from 0 to 1, candidate and state from −1 to 1", "门从 0 到 1，候选与状态从 −1 到 1")),
      el("tbody", {}, rows.map(([name, value]) => el("tr", {}, el("th", { scope: "row" }, name),
        el("td", {}, el("span", { class: value < 0 ? "live-bar live-minus" : "live-bar", style: `width:${100 * Math.abs(value)}%` })),
        el("td", { class: "live-number" }, value))))));
    fill(curve, reachCurve(answer.sizes));
    figure.say(t(
      `r = ${answer.r}, z = ${answer.z}, candidate ${answer.candidate}, state after ${answer.after}. Size of the gradient 1 step back ${answer.sizes[1]}, 10 back ${answer.sizes[10]}, 50 back ${answer.sizes[50]}.`,
      `r = ${answer.r}，z = ${answer.z}，候选 ${answer.candidate}，之后的状态 ${answer.after}。梯度传回 1 步为 ${answer.sizes[1]}，10 步为 ${answer.sizes[10]}，50 步为 ${answer.sizes[50]}。`));
  };
});

function reachCurve(sizes) {
  const [low, high] = [-18, 6];
  const x = (k) => 50 + 500 * k / (sizes.length - 1);
  const y = (size) => 10 + 200 * (high - Math.max(low, Math.log10(size))) / (high - low);
  const points = sizes.map((size, k) => `${x(k).toFixed(1)},${y(Number(size)).toFixed(1)}`);
  return el("svg:svg", { class: "live-chart", viewBox: "0 0 570 240", role: "img", "aria-label": t("size of the gradient over steps back, logarithmic; some values follow as text", "梯度大小随回传步数的变化，对数坐标；部分数值见下面的文字") },
    [-18, -12, -6, 0, 6].map((power) => el("svg:g", {},
      el("svg:line", { class: "live-grid", x1: 50, x2: 550, y1: y(10 ** power), y2: y(10 ** power) }),
      el("svg:text", { x: 44, y: y(10 ** power) + 4, "text-anchor": "end" }, power === 0 ? "1" : `1e${power}`))),
    [0, 10, 20, 30, 40, 50].map((k) => el("svg:text", { x: x(k), y: 230, "text-anchor": "middle" }, String(k))),
    el("svg:polyline", { class: "live-first", points: points.join(" ") }));
}
