package seq2seq.grading.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import seq2seq.grading.wire.Message;
import seq2seq.grading.wire.WireReader;
import seq2seq.grading.wire.WireWriter;

/** What the process of javac found out, as a frame. */
final class CompiledFrame {
  private CompiledFrame() {}

  static WireWriter write(CheckedStarter starter) {
    WireWriter frame = new WireWriter(Message.COMPILED);
    write(frame, starter.errors());
    write(frame, starter.violations());
    frame.number(starter.gaveUp() ? 1 : 0);
    frame.number(starter.isUntouched() ? 1 : 0);
    frame.number(starter.catchesErrors() ? 1 : 0);
    frame.number(starter.classes().size());
    starter.classes().forEach((name, bytes) -> frame.text(name).bytes(bytes));
    return frame;
  }

  private static void write(WireWriter frame, List<String> lines) {
    frame.number(lines.size());
    lines.forEach(frame::text);
  }

  static CheckedStarter read(WireReader frame) {
    List<String> errors = lines(frame);
    List<String> violations = lines(frame);
    boolean gaveUp = frame.number() == 1;
    boolean isUntouched = frame.number() == 1;
    boolean catchesErrors = frame.number() == 1;
    Map<String, byte[]> classes = new TreeMap<>();
    int count = frame.number();
    for (int i = 0; i < count; i++) {
      classes.put(frame.text(), frame.bytes());
    }
    return new CheckedStarter(classes, errors, violations, gaveUp, isUntouched, catchesErrors);
  }

  private static List<String> lines(WireReader frame) {
    List<String> lines = new ArrayList<>();
    int count = frame.number();
    for (int i = 0; i < count; i++) {
      lines.add(frame.text());
    }
    return lines;
  }
}
