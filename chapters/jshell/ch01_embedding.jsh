// ch01_embedding.jsh, generated from ch01_embedding.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch01_embedding.jsh
// To go on from where it ends: ./learn jshell 1

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch01_embedding.*;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.PaddedBatch;
import seq2seq.data.Tokenizer;
import seq2seq.data.Vocabulary;
import seq2seq.plot.Heatmap;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch01_embedding.md");

Script.say("""
    Chapter 1: Embeddings
    ═════════════════════

    *The question: how does a sentence become numbers?*

    A network multiplies and adds. A sentence is text. Between the two lie four
    small steps, and most of them have a classic mistake that no error message ever
    reports. At the end of this chapter you will be able to turn any list of
    sentences into a tensor of shape (T, N, D), and explain where the gradient goes
    on its way back.

    The idea
    ────────

    1. Cut each sentence into pieces, its *tokens*: words and punctuation here,
       single characters elsewhere.
    2. Give each distinct token a number, its *id*. The list of all tokens that have
       one is the *vocabulary*, its length is V.
    3. Put N sentences together in a *batch*, a rectangle of ids with T columns, one
       a *time step*. Short sentences are filled up, long ones are cut.
    4. Replace each id by a row of D numbers, its *embedding*, from a table that is
       learned like every other weight.

        text → tokens → ids (N, T) → vectors (T, N, D)

    Sentences to tokens
    ───────────────────
    """);

List<String> sentences =
    List.of("The cat sees the dog.", "Go!", "The dog sleeps under the old table.");
List<List<String>> tokens = new ArrayList<>();
for (String sentence : sentences) {
  tokens.add(Tokenizer.words().tokenize(sentence));
  System.out.println(tokens.get(tokens.size() - 1));
}
Script.end(1, """
    [the, cat, sees, the, dog, .]
    [go, !]
    [the, dog, sleeps, under, the, old, table, .]
    """);

Script.say("""
    `The` became `the`, so that a word is the same at the start of a sentence. And
    the full stop is a token of its own; otherwise `dog` and `dog.` would be two
    words with nothing in common.

    Tokens to ids
    ─────────────

    We count the tokens and number them by falling frequency, behind four that every
    vocabulary of this course starts with.
    """);

Vocabulary vocabulary = Vocabulary.of(tokens, 1);
for (int id = 0; id < vocabulary.size(); id++) {
  System.out.print(id + " " + vocabulary.token(id) + (id % 5 == 4 ? "\n" : "   "));
}
System.out.println("V = " + vocabulary.size());
int[] cow = vocabulary.ids(List.of("the", "cow", "sees"));
System.out.println("the cow sees: " + Arrays.toString(cow));
Script.end(2, """
    0 <pad>   1 <bos>   2 <eos>   3 <unk>   4 the
    5 .   6 dog   7 !   8 cat   9 go
    10 old   11 sees   12 sleeps   13 table   14 under
    V = 15
    the cow sees: [4, 3, 11]
    """);

Script.say("""
    id  token    stands for
    ──  ───────  ───────────────────────────────────────────────────────────────────
    0   `<pad>`  *padding*: nothing, a place in the rectangle after the sentence has
                 ended
    1   `<bos>`  beginning of sentence: the first thing that the writing half of the
                 model is given
    2   `<eos>`  end of sentence: the last real token of every row; a model that
                 writes it has finished
    3   `<unk>`  unknown: any token that is not in the vocabulary, like `cow` above

    An id is a name, not a quantity: `cat` is 8 and `the` is 4, and no sense can be
    made of "the cat is twice the the". That is what step 4 is for.

    Ids to a rectangle
    ──────────────────

    A tensor has no ragged rows, so we choose T. A sentence gets `<eos>` at its end;
    if it is shorter than T it is padded, if it is longer it is cut (*truncation*),
    but in such a way that its `<eos>` stays. How many of its ids are real is kept
    beside the rectangle, as its *valid length*.
    """);

int T = 7;
List<int[]> encoded = new ArrayList<>();
for (List<String> sentence : tokens) {
  encoded.add(vocabulary.encode(sentence, T));
}
PaddedBatch batch = PaddedBatch.of(encoded, encoded, T);
int[][] ids = batch.source();
for (int[] row : ids) {
  System.out.println(Arrays.toString(row) + "  " + String.join(" ", vocabulary.tokens(row)));
}
System.out.println("valid lengths " + Arrays.toString(batch.sourceLengths()));
Script.end(3, """
    [4, 8, 11, 4, 6, 5, 2]  the cat sees the dog . <eos>
    [9, 7, 2, 0, 0, 0, 0]  go ! <eos> <pad> <pad> <pad> <pad>
    [4, 6, 12, 14, 4, 10, 2]  the dog sleeps under the old <eos>
    valid lengths [7, 3, 7]
    """);

Script.say("""
    This is a batch of shape (N, T) = (3, 7). The first sentence fits exactly, the
    second is mostly padding, the third lost `table .` and kept its end.
    (`PaddedBatch` holds two languages; we gave it the same one twice.)

    Where is `<bos>`? A sentence that is written starts from it: at each step the
    model is given the token before, and before the first there is none. So for the
    writing half the row is moved one place to the right: given `<bos>`, write `go`;
    given `go`, write `!`; given `!`, write `<eos>`. Chapters 4 and 7 build on that.

    Ids to vectors
    ──────────────

    The *embedding table* E has one row of D numbers for each of the V tokens. It
    starts with random numbers; training moves the rows until tokens that are used
    alike have rows that are alike. The lookup is a copy:

        Xₜ,ₙ = E_(idsₙ,ₜ)   a row of E (V, D) for each of (N, T) ids → (T, N, D)
    """);

int D = 8;
Embedding embedding = Embedding.normal(vocabulary.size(), D, Generator.seeded(1));
Tensor table = embedding.parameters().get(0).value();
Tensor X = embedding.forward(ids);
System.out.println("table " + table.shape() + ", X " + X.shape());
Script.show(X.at(0));
Script.end(4, """
    table (15×8), X (7×3×8)
    (3×8)
    [[-0.3117 -1.9956  1.8940 -2.0346  0.4465  0.4253  1.2885  1.7758]
     [-1.3224 -0.9531  0.1707 -0.8409 -0.0142 -0.7147 -1.5928  1.2836]
     [-0.3117 -1.9956  1.8940 -2.0346  0.4465  0.4253  1.2885  1.7758]]
    """);

Script.say("""
    `X.at(0)` is step 0 of all three sentences, shape (N, D). Its first and last
    rows are equal, because both sentences start with `the`. Here is the whole of
    sentence 0 as the network sees it, one row a time step.
    """);

Tensor sentence0 = X.transpose(1, 0, 2).at(0);  Script.show(Heatmap.of(sentence0.toRows(), vocabulary.tokens(ids[0]).toArray(new String[0])).
    withTitle("A sentence as the network sees it").
    withAxes("token, time runs down", "d, 0 to D − 1").
    withScale("embedding, no unit").withSigns().
    save(Path.of("images/ch01_embedding.png")));
Script.end(5, """
    images/ch01_embedding.png
    """);

Script.say("""
    [picture: Seven rows of eight coloured cells, one row a token; the two rows of
    the word "the" are the same — images/ch01_embedding.png]

    The two rows of `the` have the same colours: the table knows the word, and
    nothing about its place. That is for chapter 2.

    A lookup is a matrix product
    ────────────────────────────

    A *one-hot* vector is all 0, save a 1 in the place of the id. Multiply it with
    the table: the 1 picks its row, the zeros drop all others.
    """);

int[] step0 = {ids[0][0], ids[1][0], ids[2][0]};
Tensor oneHot = Tensor.oneHot(step0, vocabulary.size());
System.out.println("one-hot (N,V) " + oneHot);
Tensor product = oneHot.matmul(table);  // (N,V)·(V,D) → (N,D)
System.out.println("as the lookup: " + Arrays.equals(product.toArray(), X.at(0).toArray()));
Script.end(6, """
    one-hot (N,V) (3×15)
    [[0 0 0 0 1 0 0 0 0 0 0 0 0 0 0]
     [0 0 0 0 0 0 0 0 0 1 0 0 0 0 0]
     [0 0 0 0 1 0 0 0 0 0 0 0 0 0 0]]
    as the lookup: true
    """);

Script.say("""
    So an embedding is a linear layer whose input happens to be one-hot, and all
    that chapter 0 said about matrix products holds. But the product does V · D
    multiplications for each token, and the lookup none.

    The gradient adds up where a token repeats
    ──────────────────────────────────────────

    Chapter 0 gives us the gradient of the table: dE = onehotᵀ · dX. That puts each
    row of dX back into the row of its token, and adds where several land in the
    same row, a *scatter-add*:

        dEᵥ = Σ_((n,t):idsₙ,ₜ=v) dXₜ,ₙ   (V, D)

    To see which places contribute, we let dX be 1 at step 0, 10 at step 1 and 100
    at step 2. Before you run this, predict the row of token 1.
    """);

int[][] few = {{1, 1, 3}, {2, 1, 0}};
float[] worth = {1, 10, 100};
Embedding small = new Embedding(Tensor.zeros(4, 2));
Tensor dX = Tensor.of(worth).reshape(3, 1, 1);
small.forward(few).times(dX).sum().backward();
Script.show(small.parameters().get(0).value().grad());
Script.end(7, """
    (4×2)
    [[100 100]
     [ 21  21]
     [  1   1]
     [100 100]]
    """);

Script.say("""
    Token 1 stands at step 0 once and at step 1 twice: 1 + 10 + 10 = 21. A table row
    that occurs nowhere in the batch gets 0 and does not move.

    Notice row 0. It is `<pad>`, it stands for nothing, and yet it received 100.
    Everything that is computed at padding sends gradients. It is the loss that must
    not look there: chapters 5 and 6.

    Why time comes first
    ────────────────────

    The ids are (N, T), a sentence a row. The vectors are (T, N, D): *time-major*,
    because a recurrent network takes step t of *all* sentences together, then step
    t + 1. Memory is one long row of numbers, all of the first entry of the first
    axis, then all of the second. Look where the vectors of step 1 lie:
    """);

System.out.println("(T,N,D): step 1 is in rows "
    + Arrays.toString(Layout.TIME_FIRST.rowsOfStep(1, 3, T)));
System.out.println("(N,T,D): step 1 is in rows "
    + Arrays.toString(Layout.SENTENCE_FIRST.rowsOfStep(1, 3, T)));
Script.end(8, """
    (T,N,D): step 1 is in rows [3, 4, 5]
    (N,T,D): step 1 is in rows [1, 8, 15]
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
System.out.println("mended:    " + vocabulary.tokens(vocabulary.encode(tokens.get(2), T)));
Script.end(9, """
    cut last:  [the, dog, sleeps, under, the, old, table]
    mended:    [the, dog, sleeps, under, the, old, <eos>]
    """);

Script.say("""
    Nothing fails. But a model trained on such rows has seen that sentences of seven
    tokens simply go on, so it does not learn to stop. Cut the words first, then add
    the end, as `encode` does.

    *`'` and `’`.* Your keyboard writes `'`, printed text has `’`. To a computer
    they are two characters, so a naive split makes two words of one `don't`, and
    each gets half of the examples. The tokenizer writes all of them as `'`.

    A vocabulary that has seen the validation sentences

    Some sentences are held back from training, to see how the model does on what it
    never saw: the *validation* sentences. The vocabulary must not see them either.
    """);

List<List<String>> training = List.of(
    List.of("the", "cat", "sleeps"), List.of("the", "dog", "sees"));
List<List<String>> validation = List.of(List.of("the", "owl", "sleeps"));
List<List<String>> all = List.of(training.get(0), training.get(1), validation.get(0));
Vocabulary honest = Vocabulary.of(training, 1);
Vocabulary leaked = Vocabulary.of(all, 1);
System.out.println("training only: unknown " + honest.unknown(validation.get(0)));
System.out.println("all sentences: unknown " + leaked.unknown(validation.get(0)));
Script.end(10, """
    training only: unknown [owl]
    all sentences: unknown []
    """);

Script.say("""
    The leaked vocabulary claims to know `owl`. But no training sentence holds it,
    so its row keeps the random numbers that it started with, for ever; and the list
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
    embedding table            (V, D)                     `Embedding.normal(V, D,
                                                          generator)`
    vectors                    (T, N, D)                  `embedding.forward(ids)`
    one step of all sentences  (N, D)                     `X.at(t)`
    gradient of the table      (V, D)                     scatter-add of dX
                                                          (T, N, D)

    Exercises
    ─────────

    • exercise 1.1, sentences to padded ids and valid lengths, with truncation that
      keeps the end: `./learn check 1.1` (how to (../exercises/README.md))
    • exercise 1.2, a batch of ids to vectors (T, N, D): `./learn check 1.2`
    • exercise 1.3, the gradient of the lookup, with repeated tokens: `./learn check
      1.3`

    Where to read on
    ────────────────

    • Bengio, Ducharme, Vincent and Jauvin, "A Neural Probabilistic Language Model"
      (2003), section 2: the table of word vectors, learned with the rest.
    • Goodfellow, Bengio and Courville, *Deep Learning* (2016), section 12.4.2.
    • The code: `seq2seq.ch01_embedding.Embedding` and `seq2seq.data.Tokenizer`.
    """);

chapterStatus = Script.status();
/exit chapterStatus
