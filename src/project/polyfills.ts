// tscircuit uses these; Node 20 lacks them. Each line goes when Node 20 does.
import "core-js/actual/map/group-by.js"
import "core-js/actual/object/group-by.js"
import "core-js/actual/iterator/index.js"
import "core-js/actual/set/index.js"
import "core-js/actual/array/from-async.js"
import "core-js/actual/promise/with-resolvers.js"
