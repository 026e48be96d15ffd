import { faultSuite } from "./suite"

faultSuite("source")
