import { common, createLowlight } from "lowlight";

/** Highlights source code, by file extension; it returns a tree, not markup. */
export const grammars = createLowlight(common);
