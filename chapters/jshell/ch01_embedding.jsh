// ch01_embedding.jsh, generated from ch01_embedding.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch01_embedding.jsh
// To go on from where it ends: ./learn jshell 1

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch01_embedding.*;
import seq2seq.data.PaddedBatch;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.Tokenizer;
import seq2seq.data.Vocabulary;
import seq2seq.nn.Adam;
import seq2seq.nn.Optimiser;
import seq2seq.nn.Parameter;
import seq2seq.nn.Sgd;
import seq2seq.plot.BarPlot;
import seq2seq.plot.Heatmap;
import seq2seq.plot.figures.*;
import java.util.stream.IntStream;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch01_embedding.md");

Script.say("""
    Chapter 1: Embeddings
    ═════════════════════

    *The question: how does a sentence become numbers?*

    A network multiplies and adds, and a sentence is text. Between the two lie four
    small steps, and most of them have a classic mistake that no error message ever
    reports. At the end of this chapter you will be able to turn any list of
    sentences into a tensor of shape (T, N, D), choose its three sizes with reasons,
    and say where the gradient goes on its way back.
    """);

List<String> source = List.of("we", "sleep", "very", "well");
List<String> target = List.of("nous", "dormons", "très", "bien");
Script.show(ModelOverview.of(source, target).highlight(ModelOverview.Part.EMBEDDING).
    save(Path.of("images/ch01_model.png")));
Script.end(1, """
    images/ch01_model.png
    """);

Script.say("""
    [picture: The whole model, with the embeddings in colour: one for each word that
    goes into the encoder or the decoder — images/ch01_model.png]

    This is the part that we build: what makes a word into numbers that a network
    can read, on both sides of the model.

    The idea
    ────────

    1. Cut each sentence into pieces, its *tokens*: words and punctuation here,
       single characters elsewhere.
    2. Give each distinct token a number, its *id*. The list of all tokens that have
       one is the *vocabulary*; its length is V.
    3. Put N sentences together in a *batch*, a rectangle of ids with T columns.
       Each column is a *time step*: the network reads the words of a sentence one
       after the other. Short sentences are filled up, long ones are cut.
    4. Replace each id by a row of D numbers, its *embedding*. The rows come from a
       table that is learned like every other weight.

        text → tokens → ids (N, T) → vectors (T, N, D)

    From sentences to tokens
    ────────────────────────
    """);

List<String> sentences =
    List.of("Sleep well!", "We sleep very well.", "The old dog sleeps under the table.");
List<List<String>> tokens = new ArrayList<>();
for (String sentence : sentences) {
  tokens.add(Tokenizer.words().tokenize(sentence));
  System.out.println(tokens.get(tokens.size() - 1));
}
Script.end(2, """
    [sleep, well, !]
    [we, sleep, very, well, .]
    [the, old, dog, sleeps, under, the, table, .]
    """);

Script.say("""
    `We` became `we`, so that a word is the same at the start of a sentence and
    inside it. And the full stop is a token of its own; otherwise `well` and `well.`
    would be two words with nothing in common.

    Why words, and not characters? A word means something by itself, and a sentence
    has few of them. With characters (`Tokenizer.characters()`) the vocabulary is
    tiny and nothing is ever unknown, but every sentence takes several times as many
    steps. Large models of today use pieces in between. (In a language that is
    written without spaces, like Chinese, one takes characters, or lets a program
    find the words first.)

    From tokens to ids
    ──────────────────

    We count the tokens and number them, the most frequent first, behind four that
    every vocabulary of this course starts with. (To the model the order means
    nothing. It is for us: the list is easy to read and to cut, and since equals
    stand in alphabetical order, the same sentences always give the same numbers.)
    """);

Vocabulary vocabulary = Vocabulary.of(tokens, 1);
for (int id = 0; id < vocabulary.size(); id++) {
  System.out.print(id + " " + vocabulary.token(id) + (id % 5 == 4 ? "\n" : "   "));
}
System.out.println("\nV = " + vocabulary.size());
int[] cows = vocabulary.ids(List.of("the", "cows", "sleep", "well"));
System.out.println("the cows sleep well: " + Arrays.toString(cows));
Script.end(3, """
    0 <pad>   1 <bos>   2 <eos>   3 <unk>   4 .
    5 sleep   6 the   7 well   8 !   9 dog
    10 old   11 sleeps   12 table   13 under   14 very
    15 we
    V = 16
    the cows sleep well: [6, 3, 5, 7]
    """);

Script.say("""
    id  token    stands for
    ──  ───────  ───────────────────────────────────────────────────────────────────
    0   `<pad>`  *padding*: nothing, a place in the rectangle after the sentence has
                 ended
    1   `<bos>`  *beginning of sentence*: what the decoder is given before it has
                 written anything
    2   `<eos>`  *end of sentence*: the last real token of every row; a model that
                 writes it has finished
    3   `<unk>`  *unknown token*: any token that is not in the vocabulary, like
                 `cows` above

    An id is a name, not a quantity. `we` is 15 and `sleep` is 5, but "we" is not
    three times "sleep", and what lies between them are other words, not shades of
    meaning. That is why step 4 replaces each id by numbers that do mean something.

    How many words should have an id?

    The `1` in `Vocabulary.of(tokens, 1)` is the least count: a token needs to occur
    that often to get an id. With 1, every word of the training sentences has one.
    That sounds generous, but it means that no training sentence ever holds `<unk>`.
    The model then meets `<unk>` for the first time when it is used, and has never
    learned anything about it.

    With a least count of 2, words that occur only once are `<unk>` *in training*,
    so the model learns how to go on after a word that it does not know. The price
    is that these rare words are lost. *Before you run this*, count on the three
    sentences above: which tokens occur twice?
    """);

Vocabulary frequent = Vocabulary.of(tokens, 2);
System.out.println("V = " + frequent.size());
for (List<String> sentence : tokens) {
  System.out.println(String.join(" ", frequent.tokens(frequent.ids(sentence))));
}
Script.end(4, """
    V = 8
    sleep well <unk>
    <unk> sleep <unk> well .
    the <unk> <unk> <unk> <unk> the <unk> .
    """);

Script.say("""
    Three sentences are too few for that, so we stay with 1. On real text, 2 or more
    is usual. (In *Tom Sawyer* 3993 of 8018 distinct words occur only once: Manning
    and Schütze, *Foundations of Statistical Natural Language Processing*, 1999,
    table 1.2.) `./learn train --pairs`, which trains on a file of your own, takes
    2. A smaller V also means a smaller table, and a smaller choice for the decoder
    at every word.

    From ids to a rectangle
    ───────────────────────

    Sentences differ in length, and a tensor cannot: all its rows are equally long.
    So we choose T. Each sentence ends in `<eos>`. If it is then shorter than T, it
    is padded. If it is longer, it loses words before its `<eos>` (*truncation*),
    which stays. How many of its ids are real is kept beside the rectangle, as its
    *valid length*.
    """);

int T = 7;
List<int[]> encoded = new ArrayList<>();
for (List<String> sentence : tokens) {
  encoded.add(vocabulary.encode(sentence, T));
}
PaddedBatch batch = PaddedBatch.of(encoded, encoded, T);
int[][] ids = batch.source();
for (int[] row : ids) {
  System.out.println(Arrays.toString(row));
}
System.out.println("valid lengths " + Arrays.toString(batch.sourceLengths()));
Script.end(5, """
    [5, 7, 8, 2, 0, 0, 0]
    [15, 5, 14, 7, 4, 2, 0]
    [6, 10, 9, 11, 13, 6, 2]
    valid lengths [4, 6, 7]
    """);

Script.show(PaddedRectangle.of(ids, batch.sourceLengths(), vocabulary::token).
    save(Path.of("images/ch01_rectangle.png")));
Script.end(6, """
    images/ch01_rectangle.png
    """);

Script.say("""
    [picture: Three rows of seven places: sleep well ! and three paddings; we sleep
    very well . and one padding; the old dog sleeps under the —
    images/ch01_rectangle.png]

    This is a batch of shape (N, T) = (3, 7). The first sentence is nearly half
    padding, the second has one padding, and the third lost `table .` but kept its
    end. (`PaddedBatch` holds two languages; we gave it the same one twice.)

    One word about counting. Formulas count steps from 1, so the steps of a sentence
    are t = 1, …, T. Java counts from 0, and so do the pictures; we call that number
    the *position*, and position is t − 1.

    Where is `<bos>`? It belongs to sentences that are *written*. At each step the
    decoder is given the token before, and before the first one there is none. So
    its input is the row moved one place to the right: given `<bos>`, write `sleep`;
    given `sleep`, write `well`; and at the end, given `!`, write `<eos>`. (Why end
    with a token, and not with a length that is said beforehand? So that stopping is
    a choice like any other word, made when everything has been said. The encoder
    reads it too, and so it sees that the sentence is complete.) Chapters 4 and 7
    build on that.

    Why a batch?

    We could train on one sentence at a time. There are two reasons to take N
    together.

    • *Less noise.* The slope that one sentence gives says how to do better on
      *that* sentence. The mean over N sentences points more nearly to what helps on
      all of them: what is peculiar to one sentence partly cancels what is peculiar
      to another. What is peculiar has either sign, so N such errors add up to only
      about √N times the size of one (chapter 7 shows why), and the mean divides
      that by N. So 100 sentences instead of 1 make the error ten times smaller, for
      a hundred times the work. That is worth having, but not without end, and so
      one rarely takes all sentences at once.
    • *Speed.* A processor spends much of its time on fetching the weights from
      memory. With N sentences it fetches each weight once and uses it N times, and
      many multiplications run side by side.

    Usual sizes are 32 to 256 (Goodfellow et al., section 8.1.3
    (https://www.deeplearningbook.org/contents/optimization.html) has both reasons
    at length). Chapter 7 trains with 32.

    How long should T be?

    Too small, and sentences lose their ends. Too large, and the network spends its
    time on padding. So we count. This course has a corpus of its own, `phrases`,
    with about ten thousand English sentences and their French translations:
    """);

List<List<String>> phrases = ParallelCorpus.phrases().sourceTokens();
int[] lengths = phrases.stream().mapToInt(sentence -> sentence.size() + 1).toArray();
for (int steps : new int[] {6, 8, 10, 12, 20}) {
  long cut = Arrays.stream(lengths).filter(length -> length > steps).count();
  long real = Arrays.stream(lengths).mapToLong(length -> Math.min(length, steps)).sum();
  System.out.println("T = " + steps + ":  cut " + Numbers.fixed(100.0 * cut / lengths.length, 1)
      + " % of the sentences,  padding "
      + Numbers.fixed(100 - 100.0 * real / ((long) steps * lengths.length), 1) + " %");
}
Script.end(7, """
    T = 6:  cut 70.8 % of the sentences,  padding 1.1 %
    T = 8:  cut 26.5 % of the sentences,  padding 11.2 %
    T = 10:  cut 2.5 % of the sentences,  padding 25.1 %
    T = 12:  cut 0.0 % of the sentences,  padding 37.4 %
    T = 20:  cut 0.0 % of the sentences,  padding 62.4 %
    """);

String[] names = IntStream.rangeClosed(4, 11).mapToObj(Integer::toString).toArray(String[]::new);
double[] counts = IntStream.rangeClosed(4, 11).
    mapToDouble(n -> Arrays.stream(lengths).filter(length -> length == n).count()).toArray();
Script.show(BarPlot.of("How long the English phrases are", "tokens, <eos> counted", "sentences", names).
    with("sentences", counts).withValues(0).save(Path.of("images/ch01_lengths.png")));
Script.end(8, """
    images/ch01_lengths.png
    """);

Script.say("""
    [picture: Bars from 4 to 11 tokens: most sentences have 6 to 9, few have 4 or 11
    — images/ch01_lengths.png]

    At T = 12 nothing is lost and more than a third of the work is padding; at T = 8
    a quarter of the sentences lose something. Most people choose T so that nearly
    all sentences fit, and then pad each batch only to *its* longest sentence, which
    is what `PaddedBatch.of` does when you leave out `T`.

    From ids to vectors
    ───────────────────

    The *embedding table* E has one row of D numbers for each of the V tokens. At
    first they are random, drawn around 0 as `Tensor.normal` did in chapter 0.
    (Source and target have a table each.) The lookup copies rows, and what it gives
    we call X, the sentences of the batch as vectors:

        Xₜ,ₙ = row idsₙ,ₜ of E   E (V, D), ids (N, T) → X (T, N, D)
    """);

int D = 4;
Embedding embedding = Embedding.normal(vocabulary.size(), D, Generator.seeded(1));
Tensor table = embedding.parameters().get(0).value();
Tensor X = embedding.forward(ids);
System.out.println("table " + table.shape() + ", X " + X.shape());
System.out.println("position 0 " + X.at(0));
System.out.println("position 1 " + X.at(1));
Script.end(9, """
    table (16×4), X (7×3×4)
    position 0 (3×4)
    [[-1.2276  0.3932  0.6311  0.1288]
     [-0.4344 -1.0480  0.2390  0.1489]
     [ 0.9578 -0.1043  0.1560  0.2327]]
    position 1 (3×4)
    [[ 0.0320 -1.0692 -0.5211 -0.3667]
     [-1.2276  0.3932  0.6311  0.1288]
     [-0.8978 -0.6110 -0.7618 -0.2340]]
    """);

Script.say("""
    (`parameters()` lists what training may change, here the table alone. A
    `Parameter` is a name and a tensor, and `value()` is the tensor.) `X.at(0)`
    holds the first word of all three sentences, shape (N, D). Before you look at
    the picture, find a row that stands in both of these tensors. Which word is it?
    """);

Script.show(EmbeddingBlock.of(ids, table, vocabulary::token).save(Path.of("images/ch01_block.png")));
Script.end(10, """
    images/ch01_block.png
    """);

Script.say("""
    [picture: Left the rows of the table that are read, one colour a token; right
    seven slabs of three rows, one slab a step, with the row of "sleep" ringed
    wherever it stands — images/ch01_block.png]

    It is `sleep`, the first word of the first sentence and the second word of the
    second. Wherever a word stands, it is the same row: the table knows the word,
    and nothing about its place. Place is the business of chapter 2.

    A lookup is a matrix product
    ────────────────────────────

    A *one-hot vector* has a 1 at the place of the id and 0 everywhere else.
    Multiply it by the table: the 1 picks its row, and the zeros drop all others.
    """);

int[] first = {ids[0][0], ids[1][0], ids[2][0]};
Tensor oneHot = Tensor.oneHot(first, vocabulary.size());
System.out.println("one-hot (N,V) " + oneHot);
Tensor product = oneHot.matmul(table);  // (N,V)·(V,D) → (N,D)
System.out.println("as the lookup: " + Arrays.equals(product.toArray(), X.at(0).toArray()));
Script.end(11, """
    one-hot (N,V) (3×16)
    [[0 0 0 0 0 1 0 0 0 0 0 0 0 0 0 0]
     [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1]
     [0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 0]]
    as the lookup: true
    """);

Script.say("""
    So an embedding is a linear layer (chapter 0) without a bias, whose input
    happens to be one-hot, and all that we know about matrix products holds. But the
    product does V · D multiplications for each token, and the lookup none.

    The gradient adds up where a token repeats
    ──────────────────────────────────────────

    Chapter 0 gives us the gradient of the table: dE = onehotᵀ · dX. That puts each
    row of dX back into the row of its token, and adds where several of them land in
    the same row. This is called a *scatter-add*; for the row of token v:

        dEᵥ = Σ_(n,t:idsₙ,ₜ=v) dXₜ,ₙ   (V, D)

    To see which places contribute, we let dX be 1 at position 0, 10 at position 1
    and 100 at position 2. *Before you run this, predict* the row of token 1.
    """);

int[][] few = {{1, 1, 3}, {2, 1, 0}};
Embedding small = new Embedding(Tensor.zeros(4, 2));
Tensor dX = Tensor.of(1, 10, 100).reshape(3, 1, 1);
small.forward(few).times(dX).sum().backward();
Script.show(small.parameters().get(0).value().grad());
Script.end(12, """
    (4×2)
    [[100 100]
     [ 21  21]
     [  1   1]
     [100 100]]
    """);

Script.say("""
    Token 1 stands at position 0 once and at position 1 twice: 1 + 10 + 10 = 21.
    Nothing new: in chapter 0 what arrived at a number that was used several times
    added up as well.

    Notice row 0. It is `<pad>`, it stands for nothing, and yet it received 100.
    What is computed at padding sends gradients back as soon as the loss looks at
    it. So it is the loss that must not look there: chapters 5 and 6.

    A row that was not in the batch

    Its gradient is 0, so gradient descent (`Sgd` in the cell) leaves it where it
    is. That is not true of every way to train. We look up token 1 in a first step
    and token 2 in a second one. Does the row of token 1 move in the second?
    """);

void twoSteps(String name, Optimiser optimiser) {
  Embedding two = new Embedding(Tensor.zeros(4, 1));
  for (int token : new int[] {1, 2}) {
    Parameter.clearGrads(two.parameters());
    two.forward(new int[] {token}).sum().backward();
    optimiser.step(two.parameters());
    float row1 = two.parameters().get(0).value().get(1, 0);
    System.out.println(name + ", after a step with token " + token + ":  row 1 is "
        + Numbers.fixed(row1, 4));
  }
}
twoSteps("gradient descent", new Sgd(0.1));
twoSteps("Adam", new Adam(0.1));
Script.end(13, """
    gradient descent, after a step with token 1:  row 1 is -0.1000
    gradient descent, after a step with token 2:  row 1 is -0.1000
    Adam, after a step with token 1:  row 1 is -0.1000
    Adam, after a step with token 2:  row 1 is -0.1670
    """);

Script.say("""
    Adam, which chapter 7 explains and most people use, remembers earlier gradients
    and goes on moving the row for a while. Two kinds of row stay exactly where they
    started: one that *never* occurs in training, and that of `<pad>`, if no loss
    ever looks at padding, as chapters 3 and 6 will see to.

    What training makes of the table
    ────────────────────────────────

    Rows of noise say nothing about words. What should they become? Nobody could
    list by hand all that matters about a word. But the model is trained to predict
    words, and words that behave alike call for the same predictions. So their rows,
    which are all that the model sees of them, become alike.

    That is a claim, and we can watch it. `SkipGram` is the smallest model for the
    purpose: a table and one linear layer. Shown a word, it guesses the word before
    it and the word after it, on all of `phrases`. (How training works is chapter 7;
    here we look at the table only. The two numbers before the seed are D and how
    often the model goes through all the sentences: 0 times for the table as it
    starts, then 100 times.) Two rows are alike if they point in the same direction,
    so `nearest` lists the words whose rows have the smallest angle to that of the
    given word.
    """);

Vocabulary known = Vocabulary.of(phrases, 1);
SkipGram start = SkipGram.train(phrases, known, 16, 0, Generator.seeded(1));
SkipGram trained = SkipGram.train(phrases, known, 16, 100, Generator.seeded(1));
for (String word : List.of("we", "dog", "coffee", "sister", "sleeps", "red")) {
  System.out.println(word + ":  at first " + start.nearest(word, 3)
      + ", then " + trained.nearest(word, 3));
}
Script.end(14, """
    we:  at first [sister's, now, <bos>], then [they, you, i]
    dog:  at first [go, there, girls], then [cat, horse, bird]
    coffee:  at first [come, he, london], then [milk, water, soup]
    sister:  at first [bread, happy, two], then [brother, sisters, brothers]
    sleeps:  at first [live, if, water], then [works, sings, water]
    red:  at first [woman, france, from], then [blue, big, beautiful]
    """);

Script.say("""
    Nobody told it that these are animals, drinks, relatives, verbs and adjectives.
    It has seen which words stand beside which, nothing else. (`water` has strayed
    among the verbs: so small a model makes such mistakes.) Look at `sister`, too:
    the model does not know that a brother is no sister, only that the two stand in
    the same places.
    """);

String[] words = {"dog", "cat", "horse", "coffee", "milk", "water", "sleeps", "works", "sings"};
Script.show(Heatmap.of(trained.rows(words), words).withTitle("Learned embeddings, D = 16").
    withAxes("word", "number 0 to D − 1").withScale("embedding, no unit").withSigns().
    save(Path.of("images/ch01_embedding.png")));
Script.end(15, """
    images/ch01_embedding.png
    """);

Script.say("""
    [picture: Nine rows of sixteen coloured cells in three groups of three; within
    animals, drinks and verbs the rows look alike — images/ch01_embedding.png]

    Within each group of three the colours run alike, and from group to group they
    change. What a single column means nobody can say. The network uses all sixteen
    together.

    How wide should D be?

    Wide enough that words can differ in all the ways that matter, and no wider,
    because the table has V · D numbers to learn. We train the same model with
    several D and look at how well it guesses, on the sentences that it was trained
    on, for here we only want to see where the width holds it back. (A size to be
    used is chosen on sentences kept apart, the validation set further down this
    page. The loss, in *nats*, is chapter 6's: 0 would be a perfect guess, and
    guessing blindly among the 225 tokens costs log 225 = 5.42.)
    """);

for (int size : new int[] {1, 2, 4, 8, 16, 32}) {
  double loss = SkipGram.train(phrases, known, size, 100, Generator.seeded(1)).loss();
  System.out.println("D = " + size + ":  " + known.size() * size + " numbers,  loss "
      + Numbers.fixed(loss, 2));
}
Script.end(16, """
    D = 1:  225 numbers,  loss 3.47
    D = 2:  450 numbers,  loss 3.04
    D = 4:  900 numbers,  loss 2.52
    D = 8:  1800 numbers,  loss 2.16
    D = 16:  3600 numbers,  loss 2.09
    D = 32:  7200 numbers,  loss 2.07
    """);

Script.say("""
    Each doubling helps. From D = 4 on it helps less each time, and from 16 to 32
    the table doubles for next to nothing. A harder task needs more. The small model
    of chapter 7 has 24, `./learn train` takes 64, and large models of today have
    thousands. Try a few values, and take the smallest after which nothing much
    improves.

    Why time comes first
    ────────────────────

    The ids are (N, T), a sentence a row, as one writes them down. The vectors are
    (T, N, D), *time-major*, because the network of chapter 2 reads the first word
    of *all* sentences together, then the second. Memory is one long row of numbers:
    all of the first entry of the first axis, then all of the second. Look where the
    three vectors of position 1 lie, if we number the T · N vectors in memory:
    """);

System.out.println("(T,N,D): position 1 is in rows "
    + Arrays.toString(Layout.TIME_FIRST.rowsOfStep(1, 3, T)));
System.out.println("(N,T,D): position 1 is in rows "
    + Arrays.toString(Layout.SENTENCE_FIRST.rowsOfStep(1, 3, T)));
Script.end(17, """
    (T,N,D): position 1 is in rows [3, 4, 5]
    (N,T,D): position 1 is in rows [1, 8, 15]
    """);

Script.say("""
    With time first they are neighbours, one piece of memory that a matrix product
    takes as it is. With the sentence first they would have to be collected at every
    step.

    What goes wrong
    ───────────────

    An end token cut off by truncation

    The obvious code adds `<eos>` and then cuts to T. For long sentences the end is
    what it cuts:
    """);

List<String> longOne = new ArrayList<>(tokens.get(2));
longOne.add("<eos>");
System.out.println("cut last:  " + longOne.subList(0, T));
System.out.println("the fix:   " + vocabulary.tokens(vocabulary.encode(tokens.get(2), T)));
Script.end(18, """
    cut last:  [the, old, dog, sleeps, under, the, table]
    the fix:   [the, old, dog, sleeps, under, the, <eos>]
    """);

Script.say("""
    Nothing fails. But a model trained on such rows has seen long sentences that
    simply go on, so for them it does not learn to stop. The fix: cut the words
    first, then add the end, as `encode` does.

    Two apostrophes, two words

    Your keyboard writes `'`, printed text has `’`. To a computer they are two
    characters, so code that splits at spaces makes two words of one, and each gets
    only its share of the examples. The fix: write all of them in one way before
    anything else.
    """);

System.out.println("split at spaces: "
    + new TreeSet<>(List.of("we don't sleep we don’t work".split(" "))));
System.out.println("tokenizer:       "
    + new TreeSet<>(Tokenizer.words().tokenize("we don't sleep we don’t work")));
Script.end(19, """
    split at spaces: [don't, don’t, sleep, we, work]
    tokenizer:       [don't, sleep, we, work]
    """);

Script.say("""
    A vocabulary that has seen the validation sentences

    Sentences are dealt into three piles. The weights are trained on the first, the
    *training set*. The second, the *validation set*, is never trained on: it shows,
    while we choose sizes and decide when to stop, how the model does on text that
    it has not seen. The third, the *test set*, is looked at once, at the very end,
    because a pile that we have chosen by is no longer quite unseen. The vocabulary
    must come from the first pile alone.
    """);

List<List<String>> training = List.of(
    List.of("the", "cat", "sleeps"), List.of("the", "dog", "sees"));
List<List<String>> validation = List.of(List.of("the", "owl", "sleeps"));
List<List<String>> all = List.of(training.get(0), training.get(1), validation.get(0));
Vocabulary honest = Vocabulary.of(training, 1);
Vocabulary leaked = Vocabulary.of(all, 1);
System.out.println("training only: unknown " + honest.unknown(validation.get(0)));
System.out.println("all sentences: unknown " + leaked.unknown(validation.get(0)));
Script.end(20, """
    training only: unknown [owl]
    all sentences: unknown []
    """);

Script.say("""
    The leaked vocabulary claims to know `owl`. But no training sentence holds it,
    so its row keeps the random numbers that it started with, for ever. And the list
    of unknown words, which should tell how the model will fare on new text, is
    empty. With the honest one `owl` is `<unk>`, in validation as in life.

    Shapes
    ──────

    what                       shape                      made by
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    ids of a batch             (N, T) ints from 0 to      `vocabulary.encode(tokens,
                               V − 1                      T)`, then `PaddedBatch.of`
    valid lengths              (N) ints from 1 to T,      `batch.sourceLengths()`
                               `<eos>` counted
    embedding table E          (V, D)                     `Embedding.normal(V, D,
                                                          generator)`
    vectors X                  (T, N, D)                  `embedding.forward(ids)`
    one step of all sentences  (N, D)                     `X.at(position)`
    gradient of the table      (V, D)                     scatter-add of dX
                                                          (T, N, D)

    In five lines
    ─────────────

    • A sentence becomes tokens, tokens become ids, and each id becomes a row of a
      learned table.
    • `<pad>` fills the rectangle, `<bos>` starts what is written, `<eos>` ends
      every sentence, `<unk>` stands for the rest.
    • Cut words before you add `<eos>`, and build the vocabulary from the training
      set alone.
    • A lookup is a product with a one-hot vector; its gradient adds up in the rows
      of the tokens that were there.
    • Training makes the rows of words that are used alike point in the same
      direction.

    What if?
    ────────

    1. What if we skipped step 4 and gave the network the id itself, as one number?
    2. What if the table were never trained, and kept its random rows? Could the
       rest of the model still learn?
    3. What if two sentences of a batch changed places? What changes in X, and what
       in the gradient of the table?

    Answers (../solutions/answers.md#chapter-1)

    Exercises
    ─────────

    • exercise 1.1, sentences to padded ids and valid lengths, with truncation that
      keeps the end: `./learn check 1.1` (how to (../exercises/README.md))
    • exercise 1.2, a batch of ids to vectors (T, N, D): `./learn check 1.2`
    • exercise 1.3, the gradient of the lookup, with repeated tokens: `./learn check
      1.3`

    Where to read on
    ────────────────

    • Bengio, Ducharme, Vincent and Jauvin (2003), A Neural Probabilistic Language
      Model (https://www.jmlr.org/papers/v3/bengio03a.html), section 2: a table of
      word vectors, learned with the rest of the model.
    • Mikolov, Sutskever, Chen, Corrado and Dean (2013), Distributed Representations
      of Words and Phrases and their Compositionality
      (https://arxiv.org/abs/1310.4546): the skip-gram model on a billion words.
      Ling, Dyer, Black and Trancoso (2015), Two/Too Simple Adaptations of Word2Vec
      for Syntax Problems (https://aclanthology.org/N15-1142/): left and right
      neighbours told apart, as here.
    • Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning* (2016),
      section 12.4.2, neural language models
      (https://www.deeplearningbook.org/contents/applications.html).
    • Zhang, Lipton, Li and Smola, *Dive into Deep Learning*, converting raw text
      into sequence data
      (https://d2l.ai/chapter_recurrent-neural-networks/text-sequence.html): the
      same steps on a novel, with word frequencies.
    • The code: `Embedding` (main/java/seq2seq/ch01_embedding/Embedding.java) and
      `SkipGram` (main/java/seq2seq/ch01_embedding/SkipGram.java); `Vocabulary`
      (../src/main/java/seq2seq/data/Vocabulary.java) and `PaddedBatch`
      (../src/main/java/seq2seq/data/PaddedBatch.java).

    ────────────────────────────────────────

    Chapter 0, scalars to tensors (ch00_engine.md) · Contents (README.md) · next:
    Chapter 2, recurrent cells (ch02_recurrence.md)
    """);

chapterStatus = Script.status();
/exit chapterStatus
