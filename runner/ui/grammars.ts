import { common, createLowlight } from "lowlight";

/** What knows the words of programming languages, by the endings of their files. It gives a tree and no markup. */
export const grammars = createLowlight(common);
