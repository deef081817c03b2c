extension Catalogue {
    /// What intervals and tests take as independent, for the guide to the metrics.
    static let clusterGuide = """
        ## What counts as independent

        Intervals and tests ask how much another sample would differ. Ten photographs of one lesion are not ten
        lesions: `dataset d = predictions("x.csv") with ..., cluster patient_id` says which rows belong together (a
        patient, a lesion, a hospital; a row that names none is one of its own). Every report then names the unit, and:

        - **rates** keep their estimate, and their interval counts the independent rows that would vary as much as the
          clusters do, fewer still where clusters are few (Korn & Graubard 1998; Saha, Miller & Wang 2016). Where none or
          all succeed, the rows of a cluster are taken to agree.
        - **areas under the ROC curve** take Obuchowski's variance (1997), which is DeLong's where each row is a cluster.
        - **everything else** is resampled by whole clusters (Field & Welsh 2007): within each group where clusters lie
          in one group each, as patients do by sex; all together where any cluster spans groups, as patients may by site
          of the body. With `resample class` clusters of positive rows, of negative ones and of both are drawn apart.
        - **gaps** are tested by exchanging the groups' labels between whole clusters, and among the rows of a cluster
          that spans groups (Winkler et al. 2015); for equalized odds among clusters of the same classes, and with
          `adjusting` among clusters that touch the same strata. There is no exact test of clustered rows, so the gap
          expected by chance comes from the same draws.
        - **differences** of groups and bounds of gaps use the correlation that shared clusters give (Zou 2007).
        - `compare` swaps or draws whole clusters in place of McNemar's, DeLong's and Newcombe's formulas.

        A group of a single cluster has no interval: nothing says how much it would vary. What clusters cost where they are
        not named, and what the intervals hold where they are, is measured in docs/validity.md.

        The images of a cohort have a random stream each, which depends on the cell and the image's number in it. No two
        share noise, so each is a unit of its own and there is nothing to name.
        """
}
