import { mepNets } from "../../components/mep/nets"
import type { NetFacts } from "../../src/model/net"

const { BUCK_OUT: _module, ...shared } = mepNets

const logic = (title: string): NetFacts => ({ ...mepNets.RS232_POWER, title })

/** The meter's supply behind fuse and clamp. */
const meter = (title: string): NetFacts => ({ ...mepNets.V24, title })

/** USB's 5 V: 4.4 V at a weak host behind its cable, 5.5 V at most (USB 2.0, 7.2.2). */
const five = (title: string): NetFacts => ({
  title,
  domain: "usb",
  kind: "power",
  nominalVolts: 5,
  minVolts: 0,
  maxVolts: 5.5,
  maxAmperes: 0.5,
})

const usb = (title: string): NetFacts => ({
  title,
  domain: "usb",
  kind: "signal",
  minVolts: 0,
  maxVolts: 3.6,
})

const control = (title: string, maxVolts: number): NetFacts => ({
  title,
  kind: "signal",
  minVolts: 0,
  maxVolts,
})

/**
 * The nets of MEP-HW 3.00. 3.29 V: 0.765 V x (1 + 33k/10k); 3.21 to 3.37 V by the reference's 0.747 to 0.782 V, 3.15 to
 * 3.43 V with 1 % resistors on top (TI SNVSA24).
 */
export const nets = {
  ...shared,
  V3V3: { ...mepNets.V3V3, nominalVolts: 3.29, minVolts: 3.15, maxVolts: 3.43 },
  VCC_RS232: { ...mepNets.VCC_RS232, title: "switched RS-232 supply", nominalVolts: 3.29 },
  V24_FUSED: meter("24 V behind the fuse"),
  VIN: { ...meter("converter's input"), maxAmperes: 0.5 },
  VBUS: five("USB's 5 V"),
  V5_J5: five("5 V from J5"),
  SW: { title: "switching node", kind: "power", minVolts: -1, maxVolts: 26, maxAmperes: 0.6 },
  BOOST: { title: "high side's supply", kind: "signal", minVolts: 0, maxVolts: 32 },
  FB: control("feedback", 0.8),
  CC1: usb("USB CC1"),
  CC2: usb("USB CC2"),
  USB_DP: usb("USB D+"),
  USB_DN: usb("USB D-"),
  BRIDGE_TXD: logic("bridge's TXD"),
  DTR: logic("DTR"),
  RTS: logic("RTS"),
  DTR_BASE: logic("DTR at Q1"),
  RTS_BASE: logic("RTS at Q2"),
  J5_RXD0: logic("J5 RXD0"),
  J5_TXD0: logic("J5 TXD0"),
  FAIL_SAFE: logic("IO2, fail safe"),
  NO_AP: logic("IO4, no access point"),
  CLEAR_CONFIG: logic("IO12, clear configuration"),
  POWER_BASE: logic("RS-232 supply on"),
  POWER_GATE: logic("RS-232 supply's gate"),
  BOOST_9V: { ...mepNets.ENABLE_DIODE, title: "9 V wanted" },
  ON_9V_BASE: { ...mepNets.ENABLE_DIODE, title: "9 V wanted, halved" },
  ON_9V: control("9 V on", 26),
  GATE_9V: control("9 V's gate", 26),
  SWITCHED_24V: control("switched 24 V", 26),
  ENABLE_9V: control("9 V for ENABLE", 10.5),
} as const satisfies Record<string, NetFacts>

export type V3Net = keyof typeof nets
