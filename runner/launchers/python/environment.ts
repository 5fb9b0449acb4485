/**
 * Python code that makes, in the folder WIRECHECK_PYTHON, a virtual environment with all packages of the interpreter
 * that runs it, but without its start-up hooks: lines of code in the `.pth` files of site-packages, which proxies, coverage
 * tools and others add. They belong to the machine, not to a hand-in, and may take several times as long as
 * Python's own start. Python does not read `.pth` files in folders that a `.pth` file adds; see the library reference, `site`.
 */
export const environmentWithoutHooks = `
import os, site, sys
root = os.environ["WIRECHECK_PYTHON"]
packages = os.path.join(root, "lib", "python%d.%d" % sys.version_info[:2], "site-packages")
os.makedirs(packages)
os.makedirs(os.path.join(root, "bin"))
os.symlink(sys.executable, os.path.join(root, "bin", "python3"))
with open(os.path.join(root, "pyvenv.cfg"), "w") as file:
    file.write("home = %s\\ninclude-system-site-packages = false\\n" % os.path.dirname(sys.executable))
with open(os.path.join(packages, "machine.pth"), "w") as file:
    file.writelines(path + "\\n" for path in site.getsitepackages() if os.path.isdir(path))
`;
