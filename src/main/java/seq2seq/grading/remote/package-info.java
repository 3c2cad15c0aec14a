/**
 * The learner's class at arm's length: a subject in this JVM that stands for one in a process of
 * its own ({@link seq2seq.grading.child}).
 *
 * <p>Arguments and results cross as plain data and are built anew here, where they are compared.
 * The other process is watched: its time, its processor time, its children; it is ended with all
 * that it started.
 */
package seq2seq.grading.remote;
