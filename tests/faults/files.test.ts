import { faultSuite } from "./suite"

faultSuite("files")
