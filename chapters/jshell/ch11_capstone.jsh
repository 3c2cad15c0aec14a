// ch11_capstone.jsh, generated from ch11_capstone.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch11_capstone.jsh
// To go on from where it ends: ./learn jshell 11

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch11_capstone.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch11_capstone.md");

Script.say("""
    Chapter 11: Your own translator
    ═══════════════════════════════

    *The question: do the parts that you wrote work together?*

    Twenty of the exercises are parts of a translator. (The other ten are about what
    this one does not use: scalars and broadcasting, the plain cell and the LSTM,
    the split weight, chapter 9's family and attention.) You have written a mask, a
    cell, a loss, an Adam step, and each passed its tests alone. A test asks for the
    numbers of one part. Whether the parts make a translator, no test has asked. At
    the end of this chapter yours will have translated a sentence, and you will have
    seen what a single wrong part does to all the others.

    Can parts that are right alone be wrong together? They can. One may change an
    array that it was only lent, or keep a number from one call to the next; in a
    test of a single call nobody notices. Two may each keep to their own test and
    not fit each other, if one counts `<eos>` as a word and the other does not. And
    an inexactness that a test lets pass may grow over hundreds of updates. The
    tests of this course look for what we could think of; only the whole can show
    that nothing else is left.

    There are no points here. The points of the exercises, which `./learn check`
    counts, were for this.

    The idea
    ────────

    The model is that of chapters 3 and 4, small enough for plain arrays: an encoder
    of two layers, H_enc = 24, a bridge, a decoder of one layer, H_dec = 32, with
    the context beside every word, and D = 16. The data are chapter 7's short
    phrases. What is new is *who computes*. Every part stands behind an interface,
    and behind it stands your class, where its exercise has full points, or else the
    course's. (The numbers in the list are those of the exercises
    (../exercises/README.md).)
    """);

for (Part part : Part.values()) {
  System.out.println(part + " " + part.does());
}
Script.end(1, """
    0.3 gradients of a matmul teaches the output layer
    1.1 padded ids makes every batch
    1.2 embedded batch turns ids into vectors, on both sides
    1.3 gradient of the lookup teaches both embedding tables
    2.2 GRU step is the cell of encoder and decoder
    3.1 L layers over T steps runs the cells of encoder and decoder
    3.2 last real state says what the encoder hands over
    4.1 context beside the word makes what the decoder reads
    4.3 bridge makes the decoder's first state
    5.1 length mask says which words count in the held-out loss
    6.1 log-softmax gives the held-out loss and the beam their probabilities
    6.2 masked loss is the training loss that is shown
    6.3 gradient of the loss is where the way back begins
    7.1 teacher shift says what the decoder reads and must say in training
    7.2 clip shortens gradients that are too long
    7.3 Adam moves every parameter
    7.4 eight steps calls everything in training
    8.1 greedy decoding writes the translations
    8.2 beam search writes them again, with a beam of 4
    8.3 BLEU judges what was written
    """);

Script.say("""
    From a terminal, one command does it all. It checks your classes, says which
    parts are yours, trains with them and, beside that, once more with the course's
    parts alone, says how far apart the two losses end, and translates:

        ./learn train --mine

    A part that you have written, and that does not have full points yet, is tried
    by itself afterwards, and you are told what it changed. (And if all twenty are
    yours, and yours still end far from the course's? Put `throw new Todo(...)` back
    into half of them, so that the course's stand in. If the two runs now agree, the
    part to look at is in that half.) The sentences are always the same ones, so
    that runs can be compared; for sentences of your own there is `./learn train
    --pairs FILE`, with the course's parts.

    The course's parts
    ──────────────────

    Here in the notebook we put the parts together ourselves. `CourseParts` has the
    course's, `Capstone.run` is the whole program: batches, training, translations
    of sentences that were in no batch. Four epochs are enough for a first look.
    *Before you run this, predict:* the target vocabulary has 171 words. What does a
    model lose that knows nothing, and where will the held-out loss be after one
    epoch?
    """);

Capstone.Result course = Capstone.run(new CourseParts(), 4, System.out::println);
Script.show(course);
Script.end(2, """
    epoch 1 of 4: training 3.6576, held out 2.9068
    epoch 2 of 4: training 2.5554, held out 2.3850
    epoch 3 of 4: training 2.1041, held out 2.0928
    epoch 4 of 4: training 1.8835, held out 2.0176
    held out 2.0176, training 1.8835, BLEU greedy 0.000, beam 0.000
    """);

Script.say("""
    A model that knows nothing loses log 171 = 5.14. The mean over the first epoch
    is far below that already, and the held-out loss after it, 2.9068, is lower
    still: it is measured at the epoch's end (chapter 7). BLEU is still 0, and here
    is why:
    """);

for (String[] pair : course.translations()) {
  System.out.println(pair[0] + " → " + pair[1]);
}
Script.end(3, """
    i am resting. → elle est.
    what old books! → est-ce qu'elle a travaillé ?
    they left yesterday. → elle aime les.
    is she sad? → est-ce qu'elle a dormi ?
    we often sing. → elle est malade.
    they like meat. → elle aime les.
    """);

Script.say("""
    Sentences of the right language, about something else: not one run of four words
    is right, so the product in BLEU is 0 (chapter 8). With all sixteen epochs the
    held-out loss comes down to 0.92 and BLEU goes up to 0.23: run `./learn train
    --mine` to see it. That is still well behind chapter 7's model on the same
    sentences. This one is smaller, which saves your plain arrays time; its batches
    are put together once, and only their order changes; and its learning rate falls
    from 0.02 to 0 within the run, so that runs of different parts stay comparable.
    It is made to compare parts, not to win.

    One wrong part
    ──────────────

    A part of yours is a method. We replace one of the course's by one with a
    mistake, chapter 5's `<=` for `<`, and change nothing else. *Before you run
    this, predict:* this mask says which words count in the held-out loss, and does
    nothing else here. Will the loss come out higher or lower?
    """);

Parts oneTooMany = new CourseParts() {
  @Override public int[][] mask(int[] lengths, int steps) {
    int[] longer = Arrays.stream(lengths).map(length -> Math.min(steps, length + 1)).toArray();
    return super.mask(longer, steps);
  }
};
Capstone.Result masked = Capstone.run(oneTooMany, 4, line -> {});
System.out.println("right mask: " + course);
System.out.println("wrong mask: " + masked);
Script.end(4, """
    right mask: held out 2.0176, training 1.8835, BLEU greedy 0.000, beam 0.000
    wrong mask: held out 3.5726, training 1.8835, BLEU greedy 0.000, beam 0.000
    """);

Script.say("""
    The training loss is the same to the last digit, since nothing that trains looks
    at this mask. Only the *judgement* changed: one place of padding a sentence is
    counted, at which the model was never taught anything, and the model looks worse
    than it is.

    Now one that trains. The encoder hands over the state after the last step of the
    batch, as if padding were words (chapter 3):
    """);

Parts lastStep = new CourseParts() {
  @Override public double[][] lastState(double[][][] states, int[] lengths) {
    return states[states.length - 1];
  }
};
Script.show(Capstone.run(lastStep, 4, line -> {}));
Script.end(5, """
    held out 2.0271, training 1.8941, BLEU greedy 0.000, beam 0.000
    """);

Script.say("""
    A little worse, and no more than that. Nobody who looked at this number alone
    would find the mistake: the model learns to live with it, for the batches of
    short phrases have little padding. It is what tests are for, and why a part is
    yours only when all of its tests pass.

    And one that is loud. The update forgets that its step goes *against* the
    gradient:
    """);

Parts uphill = new CourseParts() {
  @Override public Updated adam(double[] values, double[] gradient, double[] mean,
      double[] square, int update, double rate) {
    double[] turned = Arrays.stream(gradient).map(g -> -g).toArray();
    return super.adam(values, turned, mean, square, update, rate);
  }
};
Script.show(Capstone.run(uphill, 1, System.out::println));
Script.end(6, """
    epoch 1 of 1: training 8.8715, held out 11.6666
    held out 11.6666, training 8.8715, BLEU greedy 0.000, beam 0.000
    """);

Script.say("""
    Far above 5.14: a model that knows nothing is undecided, and this one has
    learned to be wrong.

    A part that cannot be used
    ──────────────────────────

    `Assembly` puts parts of two kinds together, and looks at what yours give back
    before anything is computed from it: its shape, and whether each number is
    finite. What is not as it should be ends the run, with the number of the
    exercise:
    """);

Parts broken = new CourseParts() {
  @Override public double loss(double[][][] logits, int[][] words, int[] lengths) {
    return 0.0 / 0;
  }
};
Script.fails(() -> {
  Capstone.run(new Assembly(broken, List.of(Part.LOSS)), 1, line -> {});
});
Script.end(7, """
    PartException: your 6.2 masked loss returned a loss of NaN
    """);

Script.say("""
    `./learn train --mine` stops there too, or goes on with the course's part in
    that place if you say `--keep-going`. It also notices a part that throws, and
    one that does not come back.

    Where the gradients come from
    ─────────────────────────────

    Most exercises ask for values and for no gradient: you wrote the forward step of
    a GRU, and nobody asked you to differentiate it. So the engine computes the same
    formula beside you, from the same numbers, and only its way back is used. Your
    numbers go forward. Three parts are asked on the way back as well: 6.3 begins
    it, 0.3 carries it through the output layer, 1.3 ends it in the tables.

        forward: yours
        backward: (∂ (the right formula))/(∂ (its inputs)) , at your numbers

    That is why a wrong forward part does its damage quietly. The gradient is that
    of the right formula, so the corrections fit the right formula, and not what
    your part computes.

    The same, and how close
    ───────────────────────

    Your arrays are of `double`s, the course's tensors of `float`s. With all twenty
    worked answers of the course in your place the held-out losses after sixteen
    epochs were 0.9213 and 0.9213, and differed by 0.000008. Rounding alone makes
    that difference, and each update can enlarge it. With thirty epochs and a higher
    learning rate the two part ways by 0.02: both are right, and they are different
    models. So the program stops while a difference still means something.

    Plain arrays cost time, and less than one might think, since the course's parts
    are computed beside yours for the way back: the training took 1.2 to 1.4 times
    as long.

    In five lines
    ─────────────

    • A translator is twenty small parts; each can be replaced while the others
      stay.
    • Tests find what a loss does not show: a wrong part may cost a few hundredths,
      which looks like bad luck.
    • A wrong judge (mask, loss shown, BLEU) changes what you read; a wrong worker
      changes what is learned.
    • Check shape and finiteness where a part hands over, and name the part: then an
      error is found where it was made.
    • Two right programs that round differently end alike only as long as training
      is short.

    What if?
    ────────

    1. What if both the mask and the loss are wrong in the same way? Would the
       training loss tell?
    2. What if your Adam is right and your clip returns the norm of the weight
       alone? What do the first updates look like?
    3. What if the teacher shift forgets to shift, so that the decoder reads the
       word that it is to say? What happens to the training loss, and what to BLEU?

    Answers (../solutions/answers.md#chapter-11)

    Where to read on
    ────────────────

    • Onward (onward.md): the same model in PyTorch, what has which name there, and
      what comes next.
    • The code: `Part` (main/java/seq2seq/ch11_capstone/Part.java), the list;
      `Translator` (main/java/seq2seq/ch11_capstone/Translator.java), the model;
      `TranslatorTraining`
      (main/java/seq2seq/ch11_capstone/TranslatorTraining.java), the eight steps as
      your parts do them.

    ────────────────────────────────────────

    Chapter 10, attention (ch10_attention.md) · Contents (README.md) · next: Onward
    (onward.md)
    """);

chapterStatus = Script.status();
/exit chapterStatus
