import operator

OPERATIONS = {"ADD": operator.add, "SUB": operator.sub, "MUL": operator.mul, "DIV": operator.truediv}


def answer(question: str) -> str:
    """The result of a question such as ADD 2 3, or ERROR and a reason."""
    words = question.split()
    if len(words) != 3:
        return "ERROR write an operation and two numbers"
    if words[0] not in OPERATIONS:
        return f"ERROR unknown operation {words[0]}"
    try:
        result = OPERATIONS[words[0]](int(words[1]), int(words[2]))
    except ValueError:
        return "ERROR these are not two whole numbers"
    except ZeroDivisionError:
        return "ERROR division by zero"
    return f"{result:g}" if isinstance(result, float) else str(result)
