/**
 * What may feed a MEP board at J5, said once: sheets, guides and books quote it. 3.3 V is the supply itself there, with
 * no regulator behind it.
 *
 * - FTDI TTL-232R cables data sheet (DS_TTL-232R_CABLES): TTL-232R-3V3 has 3.3 V signals and +5 V on VCC, the red wire;
 *   it is sold as "the 3.3 V cable". People lost boards to it (harizanov.com, 2013-05; cybergibbons.com).
 * - FTDI FT232R data sheet: its own 3.3 V output (3V3OUT) gives 50 mA, and so do adapters and cables that lead it out
 *   (TTL-232RG-VREG3V3).
 * - ESP32-WROOM-32E data sheet, "Recommended Operating Conditions": the supply must deliver 0.5 A or more. Espressif's
 *   esptool documentation, "Insufficient Power": an adapter may do for flashing and not for the radio.
 * - SparkFun Serial Basic CH340G (DEV-14050, its README): VCC and signals are 3.3 V as sold, pins in FTDI's order.
 */
export const adapter = {
  /** What VCC has to deliver, with the radio on. */
  leastMilliamperes: 500,
  title: "3.3 V on VCC, 500 mA",
  rule: "An adapter with 3.3 V on VCC too, from a regulator of its own that gives 500 mA: a SparkFun Serial Basic CH340G (DEV-14050) as sold, or any whose VCC reads 3.2 to 3.4 V.",
  weak: "The FT232R's own 3.3 V output gives 50 mA: too little, whatever the jumper says.",
  measure:
    "Before it goes anywhere near J5: plug it into USB alone and measure its VCC against its GND. 3.2 to 3.4 V: good. Anything above 3.6 V: leave VCC off.",
  killer:
    "FTDI's TTL-232R-3V3 has 3.3 V on its signals and 5 V on its red wire: red must stay off, 5 V at J5 kills the ESP32.",
  instead:
    "With such a cable join only black (GND), orange (its TXD) and yellow (its RXD), and let the bench supply feed the board: 24 V at J6, jumpers on J7 3-4 and 1-2.",
} as const
