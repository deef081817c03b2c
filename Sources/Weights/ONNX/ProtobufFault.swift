/// Where bytes are no protobuf message.
struct ProtobufFault: Error {
    /// The byte of the file.
    let place: Int
}
