// Chapter 6: drag the logits of one place; switch the mask of six losses on and off.
view("ch06-loss", t(
  "Above, pull the logits of one place and watch its loss. Below, change how many words of a sentence are real, or switch the mask off: which losses count?",
  "上面：拉动一个位置的三个 logit，看它的损失。下面：改动一句话有多少个真实的词，或者关掉掩码：哪些损失算数？"), (figure) => {
  const logits = [2, 0, 1];
  const losses = [0.1, 0.1, 2.5, 0.1, 5.0, 6.2];
  const lengths = [3, 1];
  figure.values = { logits: logits.join(","), right: 1, losses: losses.join(","), lengths: lengths.join(","), masked: "yes" };
  const chinese = {
    "right": "正确",
    "no mask": "没有掩码",
    "masked, over all positions": "乘了掩码，除以所有位置",
    "mask after averaging": "平均之后才乘掩码",
    "divided twice": "除了两次",
    "mean of sentence means (not wrong, another question)": "各句平均的平均（不算错，答的是另一个问题）",
  };
  const place = el("div", { class: "live-part" });
  const means = el("div", { class: "live-part" });
  const bars = el("div", {});
  const grid = el("div", {});
  fill(figure.stage, place, means);

  fill(place, el("p", { class: "live-title" }, t("One place: three logits", "一个位置：三个 logit")),
    logits.map((logit, k) => figure.slider(t(`logit of word ${k}`, `词 ${k} 的 logit`),
      { min: -8, max: 8, step: 0.1, value: logit }, (value) => {
        logits[k] = value;
        figure.set("logits", logits.join(","));
      })),
    figure.choice(t("the right word", "正确的词"), [["0", "0"], ["1", "1"], ["2", "2"]], "1",
      (value) => figure.set("right", value)),
    bars);

  const fields = losses.map((loss, i) => el("input", {
    type: "number", min: 0, max: 1000, step: 0.1, value: loss,
    "aria-label": t(`loss of sentence ${Math.floor(i / 3)}, place ${i % 3}`, `第 ${Math.floor(i / 3)} 句位置 ${i % 3} 的损失`),
    input: (event) => {
      losses[i] = event.target.value;
      figure.set("losses", losses.join(","));
    },
  }));
  const places = [0, 1].map((n) => fields.slice(3 * n, 3 * n + 3).map((field) => el("td", {}, field)));
  fill(means, el("p", { class: "live-title" }, t("Six losses and their mean", "六个损失和它们的平均")),
    el("table", { class: "live-cells" }, el("caption", {}, t("loss of each place, nats", "每个位置的损失（奈特）")),
      el("tbody", {}, places.map((row, n) => el("tr", {}, el("th", { scope: "row" }, t(`sentence ${n}`, `第 ${n} 句`)), row)))),
    lengths.map((length, n) => figure.slider(t(`real words of sentence ${n}`, `第 ${n} 句的真实词数`),
      { min: 0, max: 3, value: length }, (value) => {
        lengths[n] = value;
        figure.set("lengths", lengths.join(","));
      })),
    figure.toggle(t("with the mask", "使用掩码"), true, (on) => figure.set("masked", on ? "yes" : "no")),
    grid);

  return (answer) => {
    const right = Number(figure.values.right);
    fill(bars, el("table", { class: "live-bars" },
      el("caption", {}, t("softmax, and the gradient of the loss", "softmax，以及损失的梯度")),
      el("thead", {}, el("tr", {}, el("td", {}), el("td", {}),
        ["softmax", t("gradient", "梯度")].map((name) => el("th", { class: "live-number", scope: "col" }, name)))),
      el("tbody", {}, answer.softmax.map((p, k) => el("tr", { class: k === right ? "live-right" : "" },
        el("th", { scope: "row" }, t(`word ${k}`, `词 ${k}`)),
        el("td", {}, el("span", { class: "live-bar", style: `width:${100 * p}%` })),
        el("td", { class: "live-number" }, p),
        el("td", { class: "live-number" }, answer.gradient[k]))))),
      el("p", { class: "live-result" }, t("loss at this place: ", "这个位置的损失："), el("b", {}, answer.loss), t(" nats", " 奈特")));
    const masked = figure.values.masked === "yes";
    places.flat().forEach((cell, i) => {
      cell.className = answer.mask[Math.floor(i / 3)][i % 3] ? "live-true" : masked ? "live-false live-crossed" : "live-false";
    });
    fill(grid,
      el("p", { class: "live-result" },
        masked ? t("mean over real words: ", "真实词的平均：") : t("mean without the mask: ", "不用掩码的平均："),
        `${answer.sum} / ${answer.count} = `, el("b", {}, answer.mean)),
      answer.means.length === 0 ? "" : el("table", {},
        el("caption", {}, t("the same losses, averaged in other ways", "同样的损失，其他的平均方法")),
        el("tbody", {}, answer.means.map((row) => el("tr", {},
          el("td", { class: "live-number" }, row.value), el("td", {}, isChinese ? chinese[row.name] || row.name : row.name), el("td", {}, isChinese ? row.formula.replace("mean of ", "各句平均：") : row.formula))))));
    figure.say(t(
      `Loss at the place: ${answer.loss} nats. Mean ${masked ? "over real words" : "without the mask"}: ${answer.mean}.`,
      `这个位置的损失：${answer.loss} 奈特。${masked ? "真实词的平均" : "不用掩码的平均"}：${answer.mean}。`));
  };
});
