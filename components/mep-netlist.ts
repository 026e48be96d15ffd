/**
 * What the MEP circuit must be, pin for pin: the original boards' netlist (MEP-HW-SMD v2.00 and MEP-HW-THT v1.10 have
 * the same one) under this project's net names, with the thermal pad U2.39 on GND as both built boards have it.
 *
 * It states a second time what MepCircuit.tsx draws, on purpose: the check that compares the two catches a slip in
 * either. Whoever changes the circuit changes both.
 */
export const mepNetlist: Readonly<Record<string, readonly string[]>> = {
  GND: [
    "C4.1",
    "C5.2",
    "J1.1",
    "J3.1",
    "J5.1",
    "J6.1",
    "J7.2",
    "U1.13",
    "U1.15",
    "U2.1",
    "U2.15",
    "U2.38",
    "U2.39",
  ],
  V24: ["J2.1", "J6.4"],
  BUCK_OUT: ["J4.1", "J7.3"],
  V3V3: ["J5.3", "J7.4", "R1.2", "R2.2", "R3.2", "U2.2"],
  VCC_RS232: ["C3.1", "C5.1", "R3.1", "R4.1", "U1.16"],
  RS232_POWER: ["R4.2", "U2.8"],
  MEP_ENABLE_TTL: ["U1.11", "U2.29"],
  TXD2_TTL: ["U1.10", "U2.28"],
  RXD2_TTL: ["U1.9", "U2.27"],
  ENABLE_RS232: ["D1.2", "U1.14"],
  ENABLE_DIODE: ["D1.1", "R7.1"],
  MEP_ENABLE: ["J6.3", "R7.2"],
  TXD_RS232: ["R5.1", "U1.7"],
  MEP_TXD: ["J6.5", "R5.2"],
  RXD_RS232: ["R6.1", "U1.8"],
  MEP_RXD: ["J6.2", "R6.2"],
  IO0_PROGRAM: ["J7.1", "R2.1", "U2.25"],
  ESP_EN: ["R1.1", "U2.3"],
  ESP_RXD0: ["J5.4", "U2.34"],
  ESP_TXD0: ["J5.5", "U2.35"],
  C1_POS: ["C1.1", "U1.1"],
  C1_NEG: ["C1.2", "U1.3"],
  C2_POS: ["C2.1", "U1.4"],
  C2_NEG: ["C2.2", "U1.5"],
  V_POS: ["C3.2", "U1.2"],
  V_NEG: ["C4.2", "U1.6"],
}
