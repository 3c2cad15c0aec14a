/**
 * The house rules, checked on the compiled classes: who may import whom, and what no code may call.
 *
 * <p>They stand in this room because from here both the tools and the lessons are in sight. Each
 * rule names a fixture that breaks it, and a test sees it go red on that fixture: a rule that
 * cannot fail is a defect.
 */
package seq2seq.architecture;
