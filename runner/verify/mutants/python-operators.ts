/**
 * Python code that reads a source from standard input and prints its mutants as JSON: a list of `[start, end, replacement]`, with
 * offsets in bytes. It parses the source and does not run it.
 *
 * mutmut and cosmic-ray cannot be used: they need a project with a test suite in Python, and pip.
 */
export const pythonOperators = String.raw`
import ast, json, re, sys

source = sys.stdin.buffer.read()
tree = ast.parse(source)
starts = [0]
for line in source.splitlines(keepends=True):
    starts.append(starts[-1] + len(line))
changes = []


def begin(node):
    return starts[node.lineno - 1] + node.col_offset


def end(node):
    return starts[node.end_lineno - 1] + node.end_col_offset


def change(start, stop, text):
    mutated = source[:start] + text.encode() + source[stop:]
    try:
        compile(mutated, "mutant", "exec")
    except (SyntaxError, ValueError):
        return
    if mutated != source and [start, stop, text] not in changes:
        changes.append([start, stop, text])


def replace(node, text):
    change(begin(node), end(node), text)


def between(left, right, pattern, text):
    """Changes an operator, which is between its operands; no node shows brackets around these."""
    gap = source[end(left) : begin(right)].decode()
    found = re.search(pattern, gap)
    if found:
        at = end(left) + len(gap[: found.start()].encode())
        change(at, at + len(found.group().encode()), text)


compared = {
    ast.Eq: ("==", ["!="]), ast.NotEq: ("!=", ["=="]), ast.Lt: ("<", ["<=", ">="]), ast.LtE: ("<=", ["<", ">"]),
    ast.Gt: (">", [">=", "<="]), ast.GtE: (">=", [">", "<"]), ast.In: (r"\bin\b", ["not in"]),
    ast.NotIn: (r"\bnot\s+in\b", ["in"]), ast.Is: (r"\bis\b", ["is not"]), ast.IsNot: (r"\bis\s+not\b", ["is"]),
}
worked_out = {
    ast.Add: (r"\+", "-"), ast.Sub: ("-", "+"), ast.Mult: (r"\*", "//"), ast.Div: ("/", "*"), ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"), ast.BitAnd: ("&", "|"), ast.BitOr: (r"\|", "&"), ast.LShift: ("<<", ">>"), ast.RShift: (">>", "<<"),
}
renamed = {
    "sendall": "send", "upper": "lower", "lower": "upper", "startswith": "endswith", "endswith": "startswith",
    "min": "max", "max": "min", "any": "all", "all": "any", "encode": None, "strip": None, "rstrip": None,
}


def is_text(node):
    return isinstance(node, ast.JoinedStr) or isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes))


def is_main_guard(node):
    return isinstance(node, ast.Compare) and isinstance(node.left, ast.Name) and node.left.id == "__name__"


def constant(node):
    if isinstance(node.value, bool):
        replace(node, str(not node.value))
    elif isinstance(node.value, int):
        replace(node, str(node.value + 1))
        if node.value > 1:
            replace(node, "1")
    elif isinstance(node.value, float):
        replace(node, str(node.value * 2))
    elif isinstance(node.value, str) and node.value:
        replace(node, '""')
    elif isinstance(node.value, bytes) and node.value:
        replace(node, 'b""')


def call(node):
    function = node.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", None)
    other = renamed.get(name)
    if other:
        at = end(function)
        change(at - len(name), at, other)
    elif name in renamed and isinstance(function, ast.Attribute) and not node.args and name != "encode":
        change(end(function.value), end(node), "")


def visit(node):
    if is_main_guard(node) or isinstance(node, (ast.JoinedStr, ast.Import, ast.ImportFrom)):
        return
    body = getattr(node, "body", None)
    if isinstance(body, list):
        for statement in body:
            if isinstance(statement, ast.Expr) and is_text(statement.value):
                statement.is_docstring = True
    if isinstance(node, ast.Constant):
        constant(node)
    elif isinstance(node, ast.Compare):
        for left, op, right in zip([node.left, *node.comparators], node.ops, node.comparators):
            pattern, others = compared[type(op)]
            for other in others:
                between(left, right, pattern, other)
    elif isinstance(node, ast.BinOp) and type(node.op) in worked_out and not is_text(node.left):
        between(node.left, node.right, *worked_out[type(node.op)])
    elif isinstance(node, ast.BoolOp):
        word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:]):
            between(left, right, rf"\b{word}\b", other)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        gap = source[begin(node) : begin(node.operand)].decode()
        change(begin(node), begin(node) + len(re.match(r"not\s*", gap).group()), "")
    elif isinstance(node, ast.Call):
        call(node)
    elif isinstance(node, (ast.Expr, ast.AugAssign, ast.Raise, ast.Delete)) and not hasattr(node, "is_docstring"):
        replace(node, "pass")
    elif isinstance(node, ast.Return) and node.value is not None:
        replace(node, "return")
    elif isinstance(node, ast.Break):
        replace(node, "continue")
    elif isinstance(node, ast.Continue):
        replace(node, "break")
    elif isinstance(node, ast.ExceptHandler):
        change(begin(node.body[0]), end(node.body[-1]), "raise")
    if isinstance(node, (ast.If, ast.While, ast.IfExp)) and not isinstance(node.test, ast.Constant):
        if not is_main_guard(node.test):
            replace(node.test, "True")
            replace(node.test, "False")
    for child in ast.iter_child_nodes(node):
        if not hasattr(node, "is_docstring"):
            visit(child)


visit(tree)
print(json.dumps(changes))
`;
