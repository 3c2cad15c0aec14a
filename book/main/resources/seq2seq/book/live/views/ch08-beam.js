// Chapter 8: a search tree that grows step by step; a temperature; BLEU of what is typed.
view("ch08-beam", t(
  "Widen the beam and let it grow step by step. Below, change the temperature, and score a translation of your own.",
  "加宽束，让它一步一步长大。下面：改变温度；再给你自己的译文打分。"), (figure) => {
  const typed = { written: "the cat sat on the mat", reference: "the cat is on the mat" };
  figure.values = { width: 2, temperature: 1, ...typed };
  let depth = Infinity;
  let shown = null;
  const tree = el("div", { class: "live-part" });
  const heat = el("div", {});
  const score = el("div", {});
  const grow = (text, to) => figure.button(text, () => {
    depth = to(Math.min(depth, deepest()));
    drawTree();
  });
  const text = (name, label) => {
    const field = el("input", { type: "text", size: 34, value: typed[name], input: () => figure.set(name, field.value) });
    return el("label", { class: "live-typed" }, el("span", {}, label), field);
  };
  fill(figure.controls,
    figure.slider(t("beam width K", "束宽 K"), { min: 1, max: 5, value: 2 }, (to) => figure.set("width", to)),
    grow(t("From the start", "从头开始"), () => 1),
    grow(t("One step on", "再走一步"), (now) => Math.min(deepest(), now + 1)),
    grow(t("All", "全部"), () => Infinity));
  fill(figure.stage, tree,
    el("div", { class: "live-part" }, el("p", { class: "live-title" }, t("Temperature", "温度")),
      figure.slider(t("temperature", "温度"), { min: 0.05, max: 5, step: 0.05, value: 1 }, (to) => figure.set("temperature", to)), heat),
    el("div", { class: "live-part" }, el("p", { class: "live-title" }, "BLEU"),
      text("written", t("translation", "译文")), text("reference", t("reference", "参考译文")), score));

  function levels() {
    const level = [];
    shown.branches.forEach((b, i) => { level[i] = b.parent < 0 ? 1 : level[b.parent] + 1; });
    return level;
  }
  function deepest() {
    return Math.max(...levels());
  }

  function drawTree() {
    const level = levels();
    const now = Math.min(depth, deepest());
    const seen = shown.branches.map((b, i) => i).filter((i) => level[i] <= now);
    const columns = [];
    // Children in the order of their parents, so that no branch crosses another.
    for (let d = 1; d <= now; d++) {
      const above = d > 1 ? columns[d - 2] : [-1];
      columns.push(above.flatMap((parent) => seen.filter((i) => level[i] === d && shown.branches[i].parent === parent)));
    }
    const rows = Math.max(...columns.map((c) => c.length));
    const place = {};
    columns.forEach((column, d) => column.forEach((i, k) => { place[i] = [110 + d * 150, 24 + (k + 0.5) * rows * 44 / column.length]; }));
    const origin = [46, 24 + rows * 22];
    const best = bestOf(seen);
    fill(tree, el("svg:svg", { viewBox: `0 0 ${130 + now * 150} ${48 + rows * 44}`, role: "img", "aria-label": t("the search tree; its hypotheses follow as text", "搜索树；各个假设见下面的文字") },
      seen.map((i) => {
        const [x, y] = place[i];
        const b = shown.branches[i];
        const [fx, fy] = b.parent < 0 ? origin : [place[b.parent][0] + 50, place[b.parent][1]];
        return el("svg:g", { class: (b.kept ? "" : "live-pale") + (i === best ? " live-lit" : "") },
          el("svg:line", { class: "live-edge", x1: fx, y1: fy, x2: x - 50, y2: y }),
          el("svg:rect", { class: "live-box", x: x - 50, y: y - 17, width: 100, height: 34, rx: 6 }),
          el("svg:text", { x, y: y - 2, "text-anchor": "middle" }, b.word),
          el("svg:text", { x, y: y + 12, "text-anchor": "middle" }, b.p));
      }),
      el("svg:text", { x: 4, y: origin[1] + 4 }, "<bos>")));
    const kept = seen.filter((i) => level[i] === now && shown.branches[i].kept).map((i) => `${words(i)} ${shown.branches[i].p}`);
    const winner = best < 0 ? "" : t(` Best finished: ${words(best)} ${shown.branches[best].p}.`, ` 已完成的最佳：${words(best)} ${shown.branches[best].p}。`);
    figure.say(t(`Step ${now}, kept: ${kept.join("; ")}.`, `第 ${now} 步，保留：${kept.join("；")}。`) + winner
      + t(` BLEU ${shown.bleu}, smoothed ${shown.smoothed}.`, ` BLEU ${shown.bleu}，平滑后 ${shown.smoothed}。`));
  }
  function words(i) {
    const b = shown.branches[i];
    return (b.parent < 0 ? "" : words(b.parent) + " ") + b.word;
  }
  function bestOf(seen) {
    const done = seen.filter((i) => shown.branches[i].kept && shown.branches[i].word === "<eos>");
    return done.length === 0 ? -1 : done.reduce((a, b) => (Number(shown.branches[b].p) > Number(shown.branches[a].p) ? b : a));
  }

  return (answer) => {
    shown = answer;
    drawTree();
    fill(heat, el("table", { class: "live-bars" },
      el("caption", {}, t("the table's first words at this temperature", "表中第一个词在这个温度下的概率")),
      el("tbody", {}, answer.words.map((word, w) => el("tr", {}, el("th", { scope: "row" }, word),
        el("td", {}, el("span", { class: "live-bar", style: `width:${100 * answer.probabilities[w]}%` })),
        el("td", { class: "live-number" }, answer.probabilities[w]))))));
    fill(score, el("table", {}, el("tbody", {},
      answer.precisions.map((p, n) => el("tr", {}, el("th", { scope: "row" }, `p${n + 1}`), el("td", { class: "live-number" }, p))),
      el("tr", {}, el("th", { scope: "row" }, t("brevity penalty", "过短惩罚")), el("td", { class: "live-number" }, answer.brevity)),
      el("tr", {}, el("th", { scope: "row" }, "BLEU"), el("td", { class: "live-number" }, answer.bleu)),
      el("tr", {}, el("th", { scope: "row" }, t("smoothed, for one sentence", "平滑后（单句）")), el("td", { class: "live-number" }, answer.smoothed)))));
  };
});
