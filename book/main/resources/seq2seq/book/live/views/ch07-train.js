// Chapter 7: its training, here: eight steps light up one after another.
view("ch07-train", t(
  "The chapter's training, here in your browser: the same data and the same seed, so at the end the same weights.",
  "本章的训练，就在你的浏览器里：数据相同，种子相同，最后的权重也就相同。"), (figure) => {
  const names = ["initialise", "load", "forward", "loss", "backward", "clip", "update", "visualise"];
  const shown = isChinese
    ? ["初始化", "加载", "前向", "损失", "反向", "裁剪", "更新", "可视化"]
    : names;
  let running = false;
  let history = [];
  let batches = [];
  let began = 0;
  const steps = names.map((name, i) => el("li", {}, shown[i]));
  const curve = el("div", {});
  const state = el("p", { class: "live-result" });
  const hash = el("p", { class: "live-hash" });
  const run = figure.button(t("Train", "训练"), () => (running ? pause() : train()));
  const one = figure.button(t("One step", "走一步"), () => {
    pause();
    figure.set("do", "step");
  });
  const anew = figure.button(t("Start over", "重新开始"), () => {
    pause();
    history = [];
    batches = [];
    figure.set("do", "start");
  });
  fill(figure.controls, run, one, anew);
  fill(figure.stage, el("ol", { class: "live-steps" }, steps), state, curve, hash);
  figure.values = { do: "look" };

  function pause() {
    running = false;
    run.textContent = t("Train", "训练");
  }

  async function train() {
    running = true;
    run.textContent = t("Pause", "暂停");
    began = performance.now();
    let answer = await figure.call({ do: "look" });
    if (answer.done) {
      history = [];
      batches = [];
      answer = await figure.call({ do: "start" });
    }
    if (!answer.needs) answer = await figure.repeat({ do: "step" }, (now) => running && !now.done && !now.needs);
    if (running && answer.done) {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      figure.section.dataset.seconds = seconds;
      figure.say(t(
        `Trained in ${seconds} s. Training loss ${answer.trainLoss}, held-out loss ${answer.heldOut}. `,
        `训练用了 ${seconds} 秒。训练损失 ${answer.trainLoss}，留出集上的损失 ${answer.heldOut}。`) + compared(answer.sha256));
    }
    pause();
  }

  // One drawing a frame is enough, however many steps are done in it.
  let latest = null;
  let drawn = true;
  function draw() {
    drawn = true;
    const answer = latest;
    steps.forEach((step, i) => {
      const lit = names[i] === answer.step;
      step.classList.toggle("live-lit", lit);
      if (lit) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
    });
    const epoch = Math.min(answer.epochs, (answer.epoch || 0) + (answer.step === "visualise" ? 0 : 1));
    const batch = answer.step === "visualise" ? "" : t(`, batch ${answer.batch} of ${answer.batches}`, `，第 ${answer.batch} 批（共 ${answer.batches} 批）`);
    state.textContent = answer.step === "" ? t("Ready: 15 epochs of 17 batches.", "准备好了：15 轮，每轮 17 批。")
      : t(`epoch ${epoch} of ${answer.epochs}`, `第 ${epoch} 轮（共 ${answer.epochs} 轮）`) + batch + t(`, updates ${answer.updates}`, `，更新 ${answer.updates} 次`)
      + (answer.loss ? t(`, loss ${answer.loss}`, `，损失 ${answer.loss}`) : "")
      + (answer.norm ? t(`, gradient norm ${answer.norm}`, `，梯度范数 ${answer.norm}`) : "");
    hash.textContent = answer.sha256 ? t("SHA-256 of the weights: ", "权重的 SHA-256：") + answer.sha256 : "";
    fill(curve, lossCurve(history, batches, answer.epochs, answer.batches || 1));
    if (!running && answer.step && !answer.done) figure.say(t("Step: ", "这一步：") + shown[names.indexOf(answer.step)] + t(". ", "。") + state.textContent);
  }

  return (answer) => {
    if (answer.step === "update") batches.push(Number(answer.loss));
    if (answer.step === "visualise" && history.length < answer.epoch) {
      history.push({ train: Number(answer.trainLoss), held: Number(answer.heldOut) });
    }
    latest = answer;
    if (drawn) {
      drawn = false;
      requestAnimationFrame(draw);
    }
  };
});

// Whether the page shows these weights too, as what one of its cells printed.
function compared(sha256) {
  const isPrinted = [...document.querySelectorAll("samp")].some((printed) => printed.textContent.includes(sha256));
  return isPrinted ? t("The weights are those that the cell above printed, bit for bit.", "权重和上面单元格打印的一样，一个比特也不差。")
    : t("The weights are not those of a cell of this page.", "权重和本页单元格打印的不一样。");
}

function lossCurve(history, batches, epochs, perEpoch) {
  const [width, height, left, bottom] = [560, 220, 40, 30];
  const top = 6;
  const x = (epoch) => left + (width - left - 10) * epoch / epochs;
  const y = (loss) => 10 + (height - bottom - 10) * (1 - Math.min(loss, top) / top);
  const line = (name, points) => el("svg:polyline", { class: name, points: points.map(([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`).join(" ") });
  const ticks = [0, 2, 4, 6].map((loss) => el("svg:g", {},
    el("svg:line", { class: "live-grid", x1: left, x2: width - 10, y1: y(loss), y2: y(loss) }),
    el("svg:text", { x: left - 6, y: y(loss) + 4, "text-anchor": "end" }, String(loss))));
  const label = history.length === 0 ? t("Loss curves, empty so far", "损失曲线，目前还是空的")
    : t(`After epoch ${history.length}: training loss ${history.at(-1).train}, held-out loss ${history.at(-1).held}`,
      `第 ${history.length} 轮之后：训练损失 ${history.at(-1).train}，留出集上的损失 ${history.at(-1).held}`);
  return [el("svg:svg", { class: "live-chart", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label }, ticks,
    [0, 5, 10, 15].map((e) => el("svg:text", { x: x(e), y: height - 10, "text-anchor": "middle" }, String(e))),
    line("live-faint", batches.map((loss, i) => [(i + 1) / perEpoch, loss])),
    line("live-first", history.map((h, i) => [i + 1, h.train])),
    line("live-second", history.map((h, i) => [i + 1, h.held]))),
  el("p", { class: "live-legend" },
    el("span", { class: "live-first" }, t("training loss", "训练损失")), " ",
    el("span", { class: "live-second" }, t("held-out loss", "留出集上的损失")), " ",
    el("span", { class: "live-faint" }, t("each batch", "每一批")), el("br", {}),
    t("nats per word over epochs", "每词奈特数，横轴为轮"))];
}
