#[test]
fn dbg() {
    let people = crate::people::People::new();
    let t = people.twice(crate::sample::Form::Table);
    std::fs::write("/tmp/twice.pdf", &t).unwrap();
    std::fs::write("/tmp/once.pdf", people.once(crate::sample::Form::Table)).unwrap();
    std::fs::write("/tmp/twice-streams.pdf", people.twice(crate::sample::Form::Streams)).unwrap();
    let mut d = t.clone();
    d[1952] ^= 1;
    println!("{}", String::from_utf8_lossy(&t[1900..2000]));
    println!("{:#?}", riskwright_documents::signature::verify(&d, &people.trust()));
}
