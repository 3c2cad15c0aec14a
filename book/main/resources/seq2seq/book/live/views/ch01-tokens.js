// Chapter 1: type sentences: tokens, ids, padding, the rectangle and the block.
view("ch01-tokens", t(
  "Type sentences of your own, then change T: the rectangle is padded or cut, and each id becomes a row of numbers.",
  "输入你自己的句子，再改 T：矩形随之填充或截断，每个编号变成一行数。"), (figure) => {
  const first = ["Sleep well!", "We sleep very well.", "The old dog sleeps under the table."];
  const sentences = (text) => text.replace(/\n+$/, "").split("\n").join("\t");
  figure.values = { sentences: first.join("\t"), steps: 7 };
  const box = el("textarea", { rows: 4, cols: 44, input: () => figure.set("sentences", sentences(box.value)) }, first.join("\n"));
  fill(figure.controls,
    el("label", { class: "live-typed" }, el("span", {}, t("sentences, one a line", "句子，每行一句")), box),
    figure.slider(t("steps T", "步数 T"), { min: 1, max: 16, value: 7 }, (value) => figure.set("steps", value)));
  let step = 0;

  return (answer) => {
    const width = answer.steps.length;
    step = Math.min(step, width - 1);
    const rows = answer.sentences;
    const block = el("div", {});
    const drawStep = () => fill(block, el("table", { class: "live-cells" },
      el("caption", {}, t(`the block ${answer.block}, its entry [${step}]: one vector a sentence`, `张量 ${answer.block} 的第 [${step}] 项：每句一个向量`)),
      el("tbody", {}, answer.steps[step].rows.map((row, n) => el("tr", {},
        el("th", { scope: "row" }, rows[n].row[step]), row.map((v) => el("td", { class: "live-number" }, v)))))));
    drawStep();
    fill(figure.stage,
      el("table", { class: "live-cells" }, el("caption", {}, t(
        `the rectangle (N,T) = (${rows.length},${width}), tokens over ids`, `矩形 (N,T) = (${rows.length},${width})，上为词元，下为编号`)),
        el("tbody", {}, rows.map((row, n) => el("tr", {}, row.ids.map((id, i) =>
          el("td", { class: i < answer.lengths[n] ? "live-true" : "live-false" }, row.row[i], el("br"), el("small", {}, String(id)))))))),
      figure.slider(t("look at step t", "看第 t 步"), { min: 0, max: width - 1, value: step }, (value) => {
        if (value === "" || !(Number(value) >= 0 && Number(value) < width)) return;
        step = Math.floor(Number(value));
        drawStep();
      }),
      block,
      el("p", { class: "live-result" }, t(`vocabulary, V = ${answer.vocabulary}: `, `词表，V = ${answer.vocabulary}：`),
        answer.words.map((word, id) => `${id} ${word}`).join("   ")));
    figure.say(rows.map((row, n) => t(
      `Sentence ${n + 1}: ${row.tokens.length} tokens, valid length ${answer.lengths[n]}, ids ${row.ids.join(" ")}.`,
      `第 ${n + 1} 句：${row.tokens.length} 个词元，有效长度 ${answer.lengths[n]}，编号 ${row.ids.join(" ")}。`)).join(" "));
  };
});
