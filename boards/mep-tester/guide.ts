import type { AssemblyGuide } from "../../src/model/guide"

export const guide: AssemblyGuide = {
  phases: [
    {
      title: "Trying a module",
      steps: [
        {
          id: "stand",
          title: "Give the tester feet",
          text: ["Spacers of 10 mm or more: the module reaches 6 mm below the board."],
        },
        {
          id: "plug-in",
          title: "Put the module's J6 into J2, without 24 V",
          text: ["The module hangs over the edge of the tab, its ESP32 towards the tester. J3 open."],
          parts: ["J2"],
        },
        {
          id: "power",
          title: "24 V at J1",
          text: [
            "D2 lights. Dark: the supply is the wrong way round, or the module shorts it and F1 has tripped.",
          ],
          parts: ["J1", "D2", "F1"],
          nets: ["V24"],
        },
        {
          id: "enable",
          title: "Let the firmware switch ENABLE on",
          text: [
            "D3 lights above 4.5 V. Dark at 3 to 4.5 V on TP3: weak; below: look at the module's D1 and U1.",
          ],
          parts: ["D3", "TP3"],
          nets: ["MEP_ENABLE"],
        },
        {
          id: "loop",
          title: "Jumper on J3",
          text: ["The firmware reports that its own requests come back: TXD, RXD and the transceiver work."],
          parts: ["J3"],
          nets: ["MEP_TXD", "MEP_RXD"],
        },
      ],
    },
  ],
}
