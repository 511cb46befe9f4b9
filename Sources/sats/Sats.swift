@main struct Sats { static func main() {} }
