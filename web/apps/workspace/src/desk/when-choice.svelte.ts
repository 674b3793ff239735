/** By when somebody comes back, while it is being chosen in a dialog. */
import type { Choice, When } from "./promise-time.ts";

export class WhenChoice {
  /** What is offered does not move under the hand. */
  readonly offered: readonly Choice[];
  chosen = $state<Choice["id"]>("half");
  /** The other time, as the field has it. */
  other = $state("");

  constructor(offered: readonly Choice[]) {
    this.offered = offered;
  }

  /** `null`: the other time has not been written. */
  get when(): When | null {
    if (this.chosen === "other") return this.other === "" ? null : { at: this.other };
    return this.offered.find((one) => one.id === this.chosen)?.when ?? null;
  }
}
