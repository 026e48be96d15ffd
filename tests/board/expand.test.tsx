import {
  Component,
  createContext,
  createElement,
  Fragment,
  memo,
  type ReactElement,
  type ReactNode,
  useState,
} from "react"
import { describe, expect, it } from "vitest"
import { r0805 } from "../../components/parts/passives"
import { expand, type Written } from "../../src/board/expand"
import { Connect, Part } from "../../src/board/parts"
import { UserError } from "../../src/model/finding"

const is = r0805["10k"]

/** What is written, in few words: "R1", "+U2", "group(R1 R2)". */
const words = (written: readonly Written[]): string => written.map(word).join(" ")

function word(one: Written): string {
  switch (one.kind) {
    case "part":
      return one.props.name
    case "connect":
      return `+${one.props.part}`
    case "text":
      return JSON.stringify(one.text)
    case "element":
      return `${one.type}(${words(one.children)})`
  }
}

const said = (node: ReactNode): string => words(expand(node))

function refusal(node: ReactNode): string {
  try {
    expand(node)
  } catch (error) {
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).exitCode).toBe(1)
    return (error as UserError).message
  }
  return "taken"
}

const Divider = ({ name, more }: { name: string; more?: ReactNode }): ReactElement => (
  <>
    <Part name={`${name}1`} is={is} />
    <Part name={`${name}2`} is={is} />
    {more}
  </>
)

describe("a circuit as written", () => {
  it("is what its components come to, in their order", () => {
    expect(
      said(
        <>
          <Divider name="R" more={<Connect part="R1" pins={{ 1: "A" }} />} />
          <group name="G">
            <Divider name="X" />
            <resistor name="R9" resistance="1k" />
          </group>
        </>,
      ),
    ).toBe("R1 R2 +R1 group(X1 X2 resistor())")
  })

  it("leaves out what React leaves out, and takes lists, sets and iterators", () => {
    const part = (name: string) => <Part key={name} name={name} is={is} />
    const names = ["R1", "R2"]
    function* three() {
      yield part("R3")
    }
    expect(said([null, undefined, false, true])).toBe("")
    expect(said(names.map(part))).toBe("R1 R2")
    expect(said(new Set(names.map(part)))).toBe("R1 R2")
    expect(said(new Map(names.map((name) => [name, part(name)])).values())).toBe("R1 R2")
    expect(said(three())).toBe("R3")
    expect(said(<Fragment key="f">{part("R4")}</Fragment>)).toBe("R4")
  })

  it("keeps an element's properties but its children", () => {
    const [group] = expand(
      <group name="G" pcbX={3}>
        <Part name="R1" is={is} />
      </group>,
    )
    expect(group).toMatchObject({ kind: "element", type: "group", props: { name: "G", pcbX: 3 } })
    expect(group?.kind === "element" && "children" in group.props).toBe(false)
  })

  it("keeps text for elements that have some", () => {
    expect(said(createElement("schematictext", { text: "a" }, "5 V"))).toBe('schematictext("5 V")')
  })
})

describe("components that need React's renderer are refused in one line", () => {
  class Old extends Component {
    override render() {
      return <Part name="R1" is={is} />
    }
  }
  const Context = createContext("R1")
  const Remembered = memo(() => <Part name="R1" is={is} />)
  const Hooked = () => {
    const [name] = useState("R1")
    return <Part name={name} is={is} />
  }
  const Late = async () => <Part name="R1" is={is} />

  it.each<[string, ReactNode, RegExp]>([
    ["a class", <Old key="a" />, /^Old is a class component: write it as a plain function of its props$/],
    ["hooks", <Hooked key="b" />, /^Hooked uses React's hooks: write it as/],
    ["memo", <Remembered key="c" />, /is no function component: write it as/],
    ["a context", <Context.Provider key="d" value="R2" />, /is no function component: write it as/],
    ["an async function", <Late key="e" />, /^a promise stands among the parts/],
  ])("%s", (_, node, says) => {
    const message = refusal(node)
    expect(message).toMatch(says)
    expect(message).not.toContain("\n")
  })

  it("and what would vanish without a word", () => {
    const uncalled: unknown = () => <Part name="R1" is={is} />
    const plain: unknown = { name: "R1" }
    expect(refusal(uncalled as ReactNode)).toMatch(/^a function stands among the parts/)
    expect(refusal(plain as ReactNode)).toMatch(/^an object stands among the parts/)
  })

  it("while what a component throws comes through as it is", () => {
    const fault = new RangeError("too many")
    const Faulty = () => {
      throw fault
    }
    expect(() => expand(<Faulty />)).toThrow(fault)
  })
})
