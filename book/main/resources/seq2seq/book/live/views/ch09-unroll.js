// Chapter 9: seven graphs, time step by time step.
view("ch09-unroll", t(
  "Choose a network and a number of steps: it is drawn unrolled.",
  "选一个网络，再选步数，看它按时间展开。"), (figure) => {
  figure.values = { network: "10.3", steps: 3 };
  const names = {
    "10.3": t("10.3: the state is handed on", "10.3：状态往下传"),
    "10.4": t("10.4: only the answer is handed on", "10.4：只有答案往下传"),
    "10.5": t("10.5: a sequence to one summary", "10.5：从一个序列到一个总结"),
    "10.9": t("10.9: one vector to a sequence", "10.9：从一个向量到一个序列"),
    "10.10": t("10.10: state and answer handed on", "10.10：状态和答案都往下传"),
    "10.11": t("10.11: both directions", "10.11：两个方向都读"),
    "10.12": t("10.12: reader and writer", "10.12：读取器和写入器"),
  };
  fill(figure.controls,
    figure.choice(t("network", "网络"), Object.entries(names), "10.3", (to) => figure.set("network", to)),
    figure.slider(t("steps T", "步数 T"), { min: 1, max: 6, value: 3 }, (to) => figure.set("steps", to)));
  const levels = { input: 0, state: 1, context: 1, output: 3, loss: 4, target: 5 };

  return (answer) => {
    const columns = answer.steps.length ? answer.steps : [""];
    const level = (node) => (node.id.startsWith("g") ? 2 : levels[node.kind]);
    const place = {};
    for (const node of answer.nodes) {
      const column = node.step === "" ? (columns.length - 1) / 2 : columns.indexOf(node.step);
      place[node.id] = [70 + column * 120, 340 - level(node) * 62];
    }
    const bend = ([x1, y1], [x2, y2]) => (y1 === y2 && Math.abs(x2 - x1) > 130
      ? `M${x1},${y1} Q${(x1 + x2) / 2},${y1 + 60} ${x2},${y2}` : `M${x1},${y1} L${x2},${y2}`);
    const arrows = answer.edges.map((edge) => el("svg:path", {
      class: edge.dotted ? "live-edge live-dotted" : "live-edge", d: bend(place[edge.from], place[edge.to]), "marker-end": "url(#live-arrow)" },
      el("svg:title", {}, `${edge.from} → ${edge.to} ${edge.label}`)));
    const nodes = answer.nodes.map((node) => {
      const [x, y] = place[node.id];
      return el("svg:g", {},
        node.kind === "state" || node.kind === "context"
          ? el("svg:circle", { class: "live-box", cx: x, cy: y, r: 19 })
          : el("svg:rect", { class: "live-box", x: x - 19, y: y - 16, width: 38, height: 32, rx: node.kind === "output" ? 14 : 3 }),
        el("svg:text", { x, y: y + 4, "text-anchor": "middle" }, node.label));
    });
    fill(figure.stage, el("svg:svg", {
      viewBox: `0 0 ${columns.length * 120 + 20} 400`, role: "img",
      "aria-label": t(`network ${answer.figure}, unrolled over ${columns.length} steps; its arrows follow as text`, `网络 ${answer.figure}，展开 ${columns.length} 步；箭头见下面的文字`) },
      el("svg:defs", {}, el("svg:marker", { id: "live-arrow", viewBox: "0 0 10 10", refX: 29, refY: 5, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse" },
        el("svg:path", { class: "live-head", d: "M0,0 L10,5 L0,10 z" }))),
      arrows, nodes,
      columns.map((name, i) => el("svg:text", { x: 70 + i * 120, y: 390, "text-anchor": "middle" }, isChinese ? name.replace(/\D+/, "第 ") + " 步" : name))));
    const dotted = answer.edges.filter((edge) => edge.dotted);
    figure.say(t(
      `${answer.nodes.length} nodes, ${answer.edges.length} arrows. From one step to the next: ${crossing(answer).join(", ") || "nothing"}.`,
      `${answer.nodes.length} 个节点，${answer.edges.length} 个箭头。跨步的箭头：${crossing(answer).join("，") || "没有"}。`)
      + (dotted.length ? t(" Dotted: in use.", " 点线：使用时。") : ""));
  };
});

function crossing(answer) {
  const step = Object.fromEntries(answer.nodes.map((node) => [node.id, node.step]));
  return answer.edges.filter((edge) => step[edge.from] !== step[edge.to]).map((edge) => `${edge.from}→${edge.to}${edge.label ? " (" + edge.label + ")" : ""}`);
}
