/**
 * What the JDK has and TeaVM's class library lacks, as far as the figures need it: classes that
 * stand in for the JDK's by {@code META-INF/teavm.properties}, and methods that {@link
 * seq2seq.book.live.build.CallReplacer} calls instead. The tests compare them with the originals.
 */
package seq2seq.book.live.jdk;
