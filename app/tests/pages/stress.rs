use crate::house::get;
use std::time::Duration;

async fn many(path: &'static str) -> (usize, usize) {
    let mut set = tokio::task::JoinSet::new();
    let (mut ok, mut bad) = (0, 0);
    for _ in 0..300 {
        set.spawn(async move { tokio::time::timeout(Duration::from_secs(3), get(path)).await.is_ok() });
        if set.len() >= 16 {
            match set.join_next().await {
                Some(Ok(true)) => ok += 1,
                _ => bad += 1,
            }
        }
    }
    while let Some(r) = set.join_next().await {
        match r {
            Ok(true) => ok += 1,
            _ => bad += 1,
        }
    }
    (ok, bad)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn stress() {
    for path in [
        "/en/about",
        "/en",
        "/en/campaigns/halt-deportations",
        "/en/campaigns/nowhere",
        "/en/campaigns/halt-deportations/inbox",
        "/en/campaigns/halt-deportations/thanks",
    ] {
        println!("{path} {:?}", many(path).await);
    }
}
