//! Any text under the guard: signs lie in the text, one behind the other, and each holds a digit.

#![no_main]

use libfuzzer_sys::fuzz_target;
use riskwright_domain::phi::look;

fuzz_target!(|text: &str| {
    let characters: Vec<char> = text.chars().collect();
    let mut end = 0;
    for sign in look(text) {
        assert!(sign.start >= end && sign.length > 0);
        end = sign.start + sign.length;
        assert!(characters[sign.start..end].iter().any(char::is_ascii_digit));
    }
});
