//! The Flesch-Kincaid grade of sentences: how many years of school a reader needs.

/// 0.39 words a sentence + 11.8 syllables a word - 15.59; syllables by groups of vowels.
pub fn grade(sentences: &[&str]) -> f64 {
    let words: Vec<&str> = sentences.iter().flat_map(|one| one.split_whitespace()).collect();
    let syllables: usize = words.iter().map(|word| of(word)).sum();
    let count = |count: usize| f64::from(u32::try_from(count.max(1)).unwrap());
    0.39 * count(words.len()) / count(sentences.len()) + 11.8 * count(syllables) / count(words.len()) - 15.59
}

fn of(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let vowel = |letter: char| "aeiouy".contains(letter);
    let groups = word
        .chars()
        .zip(std::iter::once(' ').chain(word.chars()))
        .filter(|(one, before)| vowel(*one) && !vowel(*before))
        .count();
    let consonant_before = word.chars().rev().nth(2).is_some_and(|letter| !vowel(letter));
    let sounded = word.ends_with("le") && consonant_before;
    let silent = word.ends_with('e') && !sounded && groups > 1;
    (groups - usize::from(silent)).max(1)
}

#[test]
fn the_grade_grows_with_length_and_syllables() {
    assert!(grade(&["The cat sat."]) < 1.0);
    let hard = "Organizational representatives shall systematically document extraordinary authentication irregularities.";
    assert!(grade(&[hard]) > 20.0);
    assert_eq!([of("role"), of("table"), of("access"), of("the"), of("I")], [1, 2, 2, 1, 1]);
}
