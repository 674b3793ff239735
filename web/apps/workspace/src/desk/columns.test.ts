import { describe, expect, test } from "vitest";
import { begun, type Column, closed, focused, hasPanelBeside, mostColumns, shown } from "./columns.ts";

const MINE = ["a", "b", "c", "d", "e"];
const names = (columns: readonly Column[]) => columns.map((one) => one.caseId).join(" ");

/** These have the focus one after another. */
function walked(columns: readonly Column[], ids: string, most: number): readonly Column[] {
  return ids.split(" ").reduce((now, id) => focused(now, id, most), columns);
}

describe("how many columns stand beside one another", () => {
  test.each([
    [1000, 1],
    [1131, 1],
    [1132, 2],
    [1440, 2],
    [1584, 3],
    [1920, 3],
    [2560, 4],
    [5120, 4],
  ])("at a width of %i there is room for %i, each at least 420 wide", (width, count) => {
    expect(mostColumns(width)).toBe(count);
  });

  test("the case panel takes no column's room", () => {
    expect(hasPanelBeside(1440, 2)).toBe(false);
    expect(hasPanelBeside(1600, 2)).toBe(true);
    expect(hasPanelBeside(1800, 3)).toBe(false);
    expect(hasPanelBeside(1920, 3)).toBe(true);
  });
});

describe("which chats stand in the columns", () => {
  test("the first ones begin, in the order of their luukut", () => {
    expect(names(begun(MINE, "a", 3))).toBe("a b c");
    expect(names(begun(MINE, null, 3))).toBe("a b c");
    expect(names(begun(["a", "b"], "b", 4))).toBe("a b");
  });

  test("the open one is among them, whatever its luukku", () => {
    expect(names(begun(MINE, "d", 3))).toBe("a b d");
  });

  test("an open case that is not mine stands last", () => {
    expect(names(begun(["a", "b"], "theirs", 3))).toBe("a b theirs");
    expect(names(begun(MINE, "theirs", 2))).toBe("a theirs");
  });

  test("another one comes in place of the one that had the focus longest ago; the others stay where they are", () => {
    const columns = walked(begun(MINE, "a", 3), "b c a", 3);
    expect(names(focused(columns, "e", 3))).toBe("a e c");
  });

  test("of those that had no focus yet, the last one goes first", () => {
    expect(names(focused(begun(MINE, "a", 3), "e", 3))).toBe("a b e");
  });

  test("going to one that is there moves nothing", () => {
    const columns = begun(MINE, "a", 3);
    expect(names(walked(columns, "c b a", 3))).toBe("a b c");
  });

  test("where there is room another one comes beside the last", () => {
    expect(names(focused(begun(["a", "b"], "a", 3), "c", 3))).toBe("a b c");
  });

  test("in a narrower window those stay that had the focus last, and in a wider one all are back", () => {
    const columns = walked(begun(MINE, "a", 3), "c a", 3);
    expect(names(shown(columns, 2))).toBe("a c");
    expect(names(shown(columns, 3))).toBe("a b c");
  });

  test("one that had no room comes in place of the one that had the focus longest ago", () => {
    const columns = walked(begun(MINE, "a", 3), "a b c", 3);
    expect(names(focused(columns, "a", 2))).toBe("a c");
  });

  test("a closed one leaves the others where they are", () => {
    expect(names(closed(begun(MINE, "a", 3), "b"))).toBe("a c");
  });
});
