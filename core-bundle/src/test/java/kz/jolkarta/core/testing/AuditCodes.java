package kz.jolkarta.core.testing;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What a bundle's sources tell the audit trail, read from the sources themselves: kinds of records, and the fixed parts of details. */
final class AuditCodes {
    final Set<String> kinds = new TreeSet<>();
    final Set<String> details = new TreeSet<>();

    private final Map<String, String> constants = new HashMap<>();
    private final Map<String, List<Call>> calls = new HashMap<>();
    private final Map<String, List<Value>> values = new HashMap<>();

    /** @param within the method it stands in, null outside of all */
    private record Call(List<? extends ExpressionTree> given, CompilationUnitTree unit, MethodTree within) {}

    /** What a variable is set to. */
    private record Value(ExpressionTree value, CompilationUnitTree unit, MethodTree within) {}

    AuditCodes(Path sources) {
        try (Stream<Path> all = Files.walk(sources)) {
            List<Path> files = all.filter(f -> f.toString().endsWith(".java")).toList();
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            units.forEach(this::look);
            units.forEach(this::collect);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(CompilationUnitTree unit) {
        return unit.getSourceFile().getName().replaceAll(".*/|\\.java$", "");
    }

    /** The constants of all files, calls, and what variables are set to. */
    private void look(CompilationUnitTree unit) {
        new TreeScanner<Void, MethodTree>() {
            @Override
            public Void visitMethod(MethodTree method, MethodTree outer) {
                return super.visitMethod(method, method);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, MethodTree within) {
                calls.computeIfAbsent(called(call), c -> new ArrayList<>())
                        .add(new Call(call.getArguments(), unit, within));
                return super.visitMethodInvocation(call, within);
            }

            @Override
            public Void visitVariable(VariableTree variable, MethodTree within) {
                if (variable.getInitializer() != null) {
                    set(variable.getName().toString(), variable.getInitializer(), within);
                    if (variable.getInitializer() instanceof LiteralTree literal
                            && literal.getValue() instanceof String text) {
                        constants.put(name(unit) + "." + variable.getName(), text);
                    }
                }
                return super.visitVariable(variable, within);
            }

            @Override
            public Void visitAssignment(AssignmentTree assignment, MethodTree within) {
                set(assignment.getVariable().toString(), assignment.getExpression(), within);
                return super.visitAssignment(assignment, within);
            }

            private void set(String variable, ExpressionTree value, MethodTree within) {
                values.computeIfAbsent(variable, v -> new ArrayList<>()).add(new Value(value, unit, within));
            }
        }.scan(unit, null);
    }

    /** {@code new Audit.Entry(action, kind, id, territory, detail)}, and the ledger's two methods of the same order. */
    private void collect(CompilationUnitTree unit) {
        new TreeScanner<Void, MethodTree>() {
            @Override
            public Void visitMethod(MethodTree method, MethodTree outer) {
                return super.visitMethod(method, method);
            }

            @Override
            public Void visitNewClass(NewClassTree made, MethodTree within) {
                String type = made.getIdentifier().toString();
                if (made.getArguments().size() == 5 && (type.equals("Entry") || type.equals("Audit.Entry"))) {
                    note(made.getArguments().get(1), made.getArguments().get(4), within);
                }
                return super.visitNewClass(made, within);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, MethodTree within) {
                List<? extends ExpressionTree> given = call.getArguments();
                String called = called(call);
                if (called.equals("record") && given.size() == 7) {
                    note(given.get(3), given.get(6), within);
                } else if (called.equals("exported") && given.size() == 4) {
                    note(given.get(1), null, within);
                } else if (called.equals("refusing") && given.size() == 4) {
                    note(given.get(0), given.get(3), within);
                }
                return super.visitMethodInvocation(call, within);
            }

            private void note(ExpressionTree kind, ExpressionTree detail, MethodTree within) {
                kinds.addAll(texts(kind, unit, within, new HashSet<>()));
                if (detail != null) {
                    details.addAll(texts(detail, unit, within, new HashSet<>()));
                }
            }
        }.scan(unit, null);
    }

    private static String called(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : call.getMethodSelect().toString();
    }

    /** The literals that an expression may be made of: its own, those of constants and variables, and what callers give. */
    private Set<String> texts(ExpressionTree expression, CompilationUnitTree unit, MethodTree within, Set<Tree> seen) {
        Set<String> found = new TreeSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                if (literal.getValue() instanceof String text) {
                    found.add(text);
                }
                return null;
            }

            /** What is compared decides which text it is and is none itself. */
            @Override
            public Void visitConditionalExpression(ConditionalExpressionTree choice, Void nothing) {
                scan(choice.getTrueExpression(), nothing);
                return scan(choice.getFalseExpression(), nothing);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                return List.of("clip", "join").contains(called(call)) ? scan(call.getArguments(), nothing) : null;
            }

            /** An entry by itself is met where it is made. */
            @Override
            public Void visitNewClass(NewClassTree made, Void nothing) {
                return null;
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree member, Void nothing) {
                constant(member.toString());
                return null;
            }

            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
                String variable = identifier.getName().toString();
                if (!constant(name(unit) + "." + variable) && seen.add(identifier)) {
                    values.getOrDefault(variable, List.of()).stream()
                            .filter(v -> v.unit() == unit && (v.within() == within || v.within() == null))
                            .forEach(v -> found.addAll(texts(v.value(), unit, within, seen)));
                    given(variable);
                }
                return null;
            }

            private boolean constant(String called) {
                String value = constants.get(called);
                if (value != null) {
                    found.add(value);
                }
                return value != null;
            }

            /** What callers give for a parameter, in the own file or to what makes an entry for other files. */
            private void given(String parameter) {
                List<String> parameters = within == null
                        ? List.of()
                        : within.getParameters().stream()
                                .map(p -> p.getName().toString())
                                .toList();
                int at = parameters.indexOf(parameter);
                if (at < 0) {
                    return;
                }
                String method = within.getName().toString();
                boolean own = !method.equals("entry");
                calls.getOrDefault(method, List.of()).stream()
                        .filter(c -> !own || c.unit() == unit)
                        .filter(c -> c.given().size() == parameters.size())
                        .forEach(c -> found.addAll(texts(c.given().get(at), c.unit(), c.within(), seen)));
            }
        }.scan(expression, null);
        return found;
    }
}
