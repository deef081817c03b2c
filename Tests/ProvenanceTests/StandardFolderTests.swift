import Testing

@testable import Provenance

@Suite struct StandardFolderTests {
    @Test(
        "the store is where the user says, else in the cache folder",
        arguments: [
            (["DERMAUDIT_STORE": "/s", "HOME": "/h"], "/s"),
            (["XDG_CACHE_HOME": "/c", "HOME": "/h"], "/c/dermaudit"),
            (["XDG_CACHE_HOME": "relative", "HOME": "/h"], "/h/.cache/dermaudit"),
            (["DERMAUDIT_STORE": "", "HOME": "/h"], "/h/.cache/dermaudit"),
            ([:], nil),
        ])
    func store(environment: [String: String], expected: String?) {
        #expect(StandardFolder.store(environment: environment) == expected)
    }

    @Test("state lies in the state folder")
    func state() {
        #expect(StandardFolder.state(environment: ["HOME": "/h"]) == "/h/.local/state/dermaudit")
        #expect(StandardFolder.state(environment: ["XDG_STATE_HOME": "/x"]) == "/x/dermaudit")
    }
}
