/** A land of every form that can be built, lopsided: nothing in it looks the same mirrored or turned. */
export const everyForm = (
  <footprint>
    <platedhole
      portHints={["pin1"]}
      shape="circular_hole_with_rect_pad"
      pcbX={-6}
      pcbY={0}
      rectPadWidth={3}
      rectPadHeight={1.6}
      holeDiameter={1}
    />
    <platedhole
      portHints={["pin2"]}
      shape="pill"
      pcbX={2}
      pcbY={0}
      outerWidth={3}
      outerHeight={1.6}
      holeWidth={2}
      holeHeight={0.8}
    />
    <smtpad portHints={["pin3"]} shape="rect" pcbX={-2} pcbY={3} width={2} height={1} />
    <smtpad
      portHints={["pin4"]}
      shape="rotated_rect"
      pcbX={2}
      pcbY={3}
      width={2}
      height={1}
      ccwRotation={20}
    />
    <smtpad portHints={["pin5"]} shape="pill" pcbX={-2} pcbY={5} width={2} height={1} radius={0.5} />
    <smtpad
      portHints={["pin6"]}
      shape="rotated_pill"
      pcbX={2}
      pcbY={5}
      width={2}
      height={1}
      radius={0.5}
      ccwRotation={20}
    />
    <smtpad
      portHints={["pin7"]}
      shape="polygon"
      pcbX={-2}
      pcbY={7.2}
      points={[
        { x: -1, y: -1 },
        { x: 1, y: -1 },
        { x: 1, y: -0.4 },
        { x: -0.4, y: -0.4 },
        { x: -0.4, y: 1 },
        { x: -1, y: 1 },
      ]}
    />
    <smtpad
      portHints={["pin8"]}
      shape="rect"
      pcbX={2}
      pcbY={-3}
      width={2}
      height={1}
      rectBorderRadius={0.2}
    />
    <platedhole
      portHints={["pin9"]}
      shape="circular_hole_with_rect_pad"
      pcbX={-2}
      pcbY={-5}
      rectPadWidth={3}
      rectPadHeight={1.6}
      holeDiameter={0.8}
      holeOffsetX={0.5}
      holeOffsetY={0.1}
    />
    <platedhole
      portHints={["pin10"]}
      shape="pill_hole_with_rect_pad"
      pcbX={2}
      pcbY={-5}
      rectPadWidth={3}
      rectPadHeight={1.6}
      holeWidth={2}
      holeHeight={0.8}
    />
    <platedhole
      portHints={["pin11"]}
      shape="hole_with_polygon_pad"
      holeShape="circle"
      pcbX={2}
      pcbY={-8}
      holeDiameter={1}
      holeOffsetX={0}
      holeOffsetY={0.2}
      padOutline={[
        { x: -1, y: -1 },
        { x: 1, y: -1 },
        { x: 1, y: 1.5 },
        { x: -1, y: 1 },
      ]}
    />
    <platedhole portHints={["pin12"]} shape="circle" pcbX={-4} pcbY={-8} outerDiameter={2} holeDiameter={1} />
    <hole shape="pill" pcbX={7} pcbY={3} width={3} height={1} />
    <hole pcbX={7} pcbY={7} diameter={1} />
    <silkscreentext text="P1" pcbX={-6} pcbY={3} fontSize={1.6} anchorAlignment="center_left" />
    <silkscreentext
      text="P2"
      pcbX={-5}
      pcbY={-2.5}
      fontSize={1.6}
      anchorAlignment="top_left"
      pcbRotation={20}
    />
    <silkscreencircle pcbX={-8} pcbY={3} radius={0.4} strokeWidth={0.2} />
    <silkscreencircle pcbX={-8} pcbY={5} radius={0.4} isFilled />
    <silkscreenrect pcbX={7} pcbY={-2} width={2} height={1} strokeWidth={0.2} />
    <silkscreenrect pcbX={7} pcbY={-5} width={2} height={1} filled />
    <silkscreenpath
      route={[
        { x: -9, y: 9 },
        { x: 9, y: 9 },
        { x: 9, y: -9 },
      ]}
      strokeWidth={0.15}
    />
    <silkscreenline x1={-9} y1={-9.5} x2={3} y2={-9.5} strokeWidth={0.15} />
    <courtyardrect width={20} height={20} />
  </footprint>
)
