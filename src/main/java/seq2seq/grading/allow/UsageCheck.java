package seq2seq.grading.allow;

import java.util.List;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;

/** Decides about one use after the other, and keeps those that are not allowed. */
final class UsageCheck {
  private final AllowList allowed;
  private final LearnerTypes learners;
  private final Violations found;

  /** The line of the source that is being read; 0 outside code. */
  private int line;

  UsageCheck(AllowList allowed, LearnerTypes learners, Violations found) {
    this.allowed = allowed;
    this.learners = learners;
    this.found = found;
  }

  void at(int sourceLine) {
    line = sourceLine;
  }

  /** A type by its internal name, such as {@code java/lang/String} or {@code [I}; or none. */
  void name(String internalName) {
    if (internalName != null) {
      type(Type.getObjectType(internalName));
    }
  }

  /** A type by its descriptor, such as {@code Ljava/lang/String;}. */
  void descriptor(String descriptor) {
    type(Type.getType(descriptor));
  }

  void type(Type type) {
    switch (type.getSort()) {
      case Type.ARRAY -> type(type.getElementType());
      case Type.METHOD -> {
        type(type.getReturnType());
        for (Type argument : type.getArgumentTypes()) {
          type(argument);
        }
      }
      case Type.OBJECT -> object(type.getClassName());
      default -> {
        // a primitive type or void
      }
    }
  }

  private void object(String type) {
    if (!learners.has(type) && !allowed.allowsType(type)) {
      refuse(type);
    }
  }

  /** A field or method of a type, by its internal name. */
  void member(String owner, String name, String descriptor) {
    if (owner.startsWith("[")) {
      name(owner);
      arrayMember(name);
    } else {
      memberOf(LearnerTypes.dotted(owner), name, descriptor);
    }
    descriptor(descriptor);
  }

  private void arrayMember(String name) {
    if (!allowed.allowsMember("java.lang.Object", name)) {
      refuse("java.lang.Object." + name);
    }
  }

  private void memberOf(String type, String name, String descriptor) {
    if (!learners.has(type)) {
      if (!allowed.allowsMember(type, name)) {
        refuse(type + "." + name);
      }
    } else if (!learners.declares(type, name + descriptor)) {
      List<String> above = learners.inherited(type);
      if (above.stream().noneMatch(each -> allowed.allowsMember(each, name))) {
        refuse(above.get(0) + "." + name);
      }
    }
  }

  /** A constant that code loads, or that the compiler hands to what links lambdas and the like. */
  void constant(Object constant, boolean linksLambdas) {
    if (constant instanceof Type type) {
      type(type);
    } else if (constant instanceof Handle handle) {
      if (linksLambdas) {
        member(handle.getOwner(), handle.getName(), handle.getDesc());
      } else {
        refuse("java.lang.invoke.MethodHandle");
      }
    } else if (constant instanceof ConstantDynamic) {
      refuse("java.lang.invoke.ConstantBootstraps");
    }
  }

  /** What links a lambda, a text or a record at run time. */
  void linker(Handle linker) {
    String type = LearnerTypes.dotted(linker.getOwner());
    if (!allowed.isCompilers(type, linker.getName())) {
      refuse(type + "." + linker.getName());
    }
  }

  void refuse(String used) {
    found.add(line, used, allowed.instead(used));
  }

  void refuse(String used, String instead) {
    found.add(line, used, instead);
  }
}
