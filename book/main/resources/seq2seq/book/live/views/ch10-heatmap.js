// Chapter 10: train the small translator with attention here, then see where it looks.
view("ch10-heatmap", t(
  "Train a small translator with attention, here in your browser; then type a sentence and see where it looks.",
  "先在浏览器里训练一个带注意力机制的小翻译器，再输入一句话，看它往哪里看。"), (figure) => {
  let running = false;
  let shown = null;
  figure.values = { do: "look" };
  const field = el("input", { type: "text", size: 30, value: "Alice always sleeps.", input: () => align() });
  const train = figure.button(t("Train the model", "训练模型"), async () => {
    running = !running;
    train.textContent = running ? t("Pause", "暂停") : t("Go on", "继续");
    if (!running) return;
    const answer = await figure.repeat({ do: "train" }, (now) => running && !now.done && !now.needs);
    if (answer.done) {
      running = false;
      train.hidden = progress.hidden = true;
      align();
    }
  });
  const progress = el("progress", { max: 1, value: 0, "aria-label": t("training", "训练进度") });
  const map = el("div", {});
  const sum = el("p", { class: "live-result" });
  fill(figure.controls, train, progress,
    el("label", { class: "live-typed" }, el("span", {}, t("sentence", "句子")), field));
  fill(figure.stage, map, sum);

  function align() {
    figure.values = { do: "align", sentence: field.value };
    if (train.hidden) figure.changed();
  }

  function tell(row) {
    const parts = shown.weights[row].map((weight, i) => [Number(weight), `${weight}·h(${shown.source[i]})`]);
    const largest = parts.filter(([weight]) => weight >= 0.01).map(([, text]) => text);
    sum.textContent = `c(${shown.written[row]}) = ${largest.join(" + ")} + …`;
  }

  return (answer) => {
    progress.max = answer.all || 1;
    progress.value = answer.batches;
    if (!answer.weights) {
      figure.say(answer.done ? t("Trained.", "训练好了。")
        : answer.batches === 0 ? t("Train the model first: 10 epochs.", "先训练模型：10 轮。")
        : running && answer.batches % 17 !== 0 ? figure.says.textContent
        : t(`Epoch ${Math.floor(answer.batches / 17)} of 10 done.`, `完成 ${Math.floor(answer.batches / 17)} 轮，共 10 轮。`));
      return;
    }
    shown = answer;
    fill(map, el("table", { class: "live-cells live-heat" },
      el("caption", {}, t("attention weights: a row for each written word, a column for each source word", "注意力权重：每行一个写出的词，每列一个源词")),
      el("thead", {}, el("tr", {}, el("td", {}), answer.source.map((word) => el("th", { scope: "col" }, word)))),
      el("tbody", {}, answer.weights.map((row, r) => el("tr", { tabindex: 0, mouseenter: () => tell(r), focus: () => tell(r) },
        el("th", { scope: "row" }, answer.written[r]),
        // Pale enough for the number in it, in light and dark.
        row.map((weight) => el("td", { style: `--heat:${Math.round(45 * weight)}%` }, weight)))))));
    tell(0);
    figure.say(t("Written: ", "写出：") + answer.written.join(" ") + "."
      + (answer.unknown.length ? t(` Never seen: ${answer.unknown.join(", ")}.`, ` 没见过的词：${answer.unknown.join("，")}。`) : ""));
  };
});
