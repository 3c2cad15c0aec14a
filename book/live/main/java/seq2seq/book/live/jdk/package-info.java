/**
 * What the JDK has and TeaVM's class library lacks, as far as the figures need it: classes that
 * stand in for the JDK's by {@code META-INF/teavm.properties}, and methods that {@link
 * seq2seq.book.live.build.CallReplacer} calls instead. On the JVM the tests compare them with the
 * originals; nothing else uses them there.
 */
package seq2seq.book.live.jdk;
