/** Somebody's module that uses the engine and a logger. */
module library {
  requires seq2seq.engine;
  requires org.slf4j;
}
