// Chapter 0: change a number; values go forward, gradients back, one node at a time.
view("ch00-graph", t(
  "Change a number: the values go forward. The buttons walk from node to node, forward and then back.",
  "改动一个数，数值就往前算。按钮让你一个节点一个节点地走：先往前，再往回。"), (figure) => {
  const numbers = { a: 2, b: -3, c: 1 };
  const uses = { square: ["a", "b"], descent: ["a"], neuron: ["a", "b", "c"] };
  figure.values = { expression: "square", ...numbers };
  let at = Infinity;
  let shown = null;
  const sliders = Object.keys(numbers).map((name) => figure.slider(name,
    { min: -5, max: 5, step: 0.1, value: numbers[name] }, (value) => figure.set(name, value)));
  const choice = figure.choice(t("expression", "表达式"), [
    ["square", "y = a·b + a²"], ["descent", "y = (tanh(2·a) − 0.5)²"], ["neuron", "y = σ(a·b + c)"],
  ], "square", (value) => {
    at = Infinity;
    show(value);
    figure.set("expression", value);
  });
  const walk = (text, to) => figure.button(text, () => {
    at = to(Math.min(at, 2 * shown.nodes.length));
    draw();
  });
  fill(figure.controls, choice, sliders,
    walk(t("From the start", "从头开始"), () => 1),
    walk(t("Back one", "退一步"), (now) => Math.max(1, now - 1)),
    walk(t("Next node", "下一个节点"), (now) => Math.min(2 * shown.nodes.length, now + 1)),
    walk(t("All", "全部"), () => Infinity));
  show("square");

  function show(expression) {
    sliders.forEach((slider, i) => { slider.hidden = !uses[expression].includes(Object.keys(numbers)[i]); });
  }

  function draw() {
    const nodes = shown.nodes;
    const n = nodes.length;
    const step = Math.min(at, 2 * n);
    const back = step - n;
    // The way back visits the nodes in reverse; a node shows what has arrived so far.
    const isDone = (i) => n - 1 - i < back;
    const users = (i) => nodes.flatMap((node, u) =>
      node.inputs.flatMap((input, k) => (input === i && isDone(u) ? [node.handed[k]] : [])));
    const gradient = (i) => {
      if (back < 1) return "";
      if (i === n - 1) return nodes[i].grad;
      const parts = users(i);
      if (parts.length === 0) return "";
      const all = nodes.reduce((sum, node) => sum + node.inputs.filter((input) => input === i).length, 0);
      return parts.length === all ? nodes[i].grad : parts.join(" + ");
    };
    const depth = [];
    nodes.forEach((node, i) => { depth[i] = node.inputs.length === 0 ? 0 : 1 + Math.max(...node.inputs.map((j) => depth[j])); });
    const columns = Math.max(...depth) + 1;
    const place = nodes.map((node, i) => {
      const same = depth.map((d, j) => (d === depth[i] ? j : -1)).filter((j) => j >= 0);
      return [10 + depth[i] * 215, 30 + (same.indexOf(i) + 0.5) * 240 / same.length - 34];
    });
    const labels = [];
    const arrows = nodes.flatMap((node, i) => node.inputs.map((j, k) => {
      const lit = isDone(i);
      const [x1, y1, x2, y2] = [place[j][0] + 130, place[j][1] + 34, place[i][0], place[i][1] + 34];
      // Nearer to the node that hands it on, so that two that cross keep apart.
      if (lit) labels.push(el("svg:text", { class: "live-label", x: (x1 + 2 * x2) / 3, y: (y1 + 2 * y2) / 3 + 4, "text-anchor": "middle" }, node.handed[k]));
      return el("svg:g", { class: lit ? "live-back" : "" }, el("svg:line", { class: "live-edge", x1, y1, x2, y2 }));
    }));
    const boxes = nodes.map((node, i) => {
      const [x, y] = place[i];
      const lit = step <= n ? step - 1 === i : n - back === i;
      const made = node.inputs.length === 0 ? node.name : `${node.name} = ${formula(node, node.inputs.map((j) => nodes[j].name))}`;
      return el("svg:g", { class: lit ? "live-lit" : "" },
        el("svg:rect", { class: "live-box", x, y, width: 130, height: 68, rx: 6 }),
        el("svg:text", { x: x + 8, y: y + 18 }, made),
        el("svg:text", { x: x + 8, y: y + 38 }, i < step ? node.value : ""),
        el("svg:text", { x: x + 8, y: y + 58, class: "live-gradient" }, gradient(i) === "" ? "" : t("grad ", "梯度 ") + gradient(i)));
    });
    const forward = nodes.slice(0, step).map((node) => `${node.name} = ${node.value}`).join(", ");
    const backward = nodes.map((node, i) => [node.name, gradient(i)]).filter(([, g]) => g !== "")
      .reverse().map(([name, g]) => `${name}: ${g}`).join(", ");
    fill(figure.stage,
      el("svg:svg", { viewBox: `0 0 ${columns * 215 - 65} 280`, role: "img", "aria-label": t("the computation graph; its numbers follow as text", "计算图；数值见下面的文字") }, arrows, boxes, labels));
    figure.say(t("Values: ", "数值：") + forward + ". " + (backward ? t("Gradients: ", "梯度：") + backward + "." : ""));
  }

  return (answer) => {
    shown = answer;
    draw();
  };
});

function formula({ op }, [first, second]) {
  if (op === "*") return `${first} · ${second}`;
  if (op === "+") return `${first} + ${second}`;
  return op.startsWith("pow") ? `${first}²` : `${op}(${first})`;
}
